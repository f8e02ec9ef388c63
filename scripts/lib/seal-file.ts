import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { copyFile, link, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SEALED_FOLDER } from '../../edge/contract/routes.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import { deriveSalt } from '../../edge/vault/derive-salt.ts';
import { seal } from '../../edge/vault/seal.ts';
import { sealIdOf, type EarlierSeals } from './find-earlier-seals.ts';

/** Up to it a file goes through memory in one piece: streams take several times as long to set up. */
const SMALL_BYTES = 1024 * 1024;

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** A file as it is sealed into the public output. */
export interface SealedFile {
  /** Origin-relative, e.g. `/_sealed/4fk….bin`: named after the sealed bytes. */
  readonly sealedPath: string;
  /** Size and SHA-256 (hex) in clear. */
  readonly bytes: number;
  readonly digest: string;
}

/** Seals one file into the site's output. The same file and key give the same bytes under the same name. */
export async function sealFile(options: {
  readonly path: string;
  readonly siteFolder: string;
  readonly sealKeys: Keyring['sealKeys'];
  /** What was sealed before is taken again where file and key are the same. */
  readonly earlier?: EarlierSeals;
}): Promise<SealedFile> {
  const { path, siteFolder, sealKeys, earlier } = options;
  const keyId = sealKeys.current;
  const inputKey = new Uint8Array(sealKeys.byId.get(keyId)!);
  const clear = statSync(path).size <= SMALL_BYTES ? readFileSync(path) : undefined;
  const { digest, bytes } = clear ? { digest: sha256(clear), bytes: clear.length } : await digestFile(path);
  const salt = await deriveSalt(inputKey, new Uint8Array(digest));
  const folder = join(siteFolder, SEALED_FOLDER);
  await mkdir(folder, { recursive: true });
  const kept = earlier?.get(sealIdOf({ keyId, salt }));
  const name =
    (kept !== undefined && (await takeAgain(kept, folder))) ||
    (await sealInto(folder, { clear: clear ?? path, keyId, inputKey, salt }));
  return { sealedPath: SEALED_FOLDER + name, bytes, digest: digest.toString('hex') };
}

/** SHA-256 and size of a file, read as a stream. */
export async function digestFile(path: string): Promise<{ readonly digest: Buffer; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { digest: hash.digest(), bytes };
}

/** Undefined when the file is no longer what its name says. */
async function takeAgain(kept: string, folder: string): Promise<string | undefined> {
  const name = basename(kept);
  const digest =
    statSync(kept).size <= SMALL_BYTES ? sha256(readFileSync(kept)) : (await digestFile(kept)).digest;
  if (nameOf(digest) !== name) return undefined;
  await link(kept, join(folder, name)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return;
    // Another disk has no links to this one.
    const draft = draftIn(folder);
    await copyFile(kept, draft);
    await rename(draft, join(folder, name));
  });
  return name;
}

async function sealInto(
  folder: string,
  { clear, ...options }: { clear: Buffer | string } & Parameters<typeof seal>[1],
): Promise<string> {
  const draft = draftIn(folder);
  const isSmall = typeof clear !== 'string';
  const source = isSmall
    ? new Blob([new Uint8Array(clear)]).stream()
    : Readable.toWeb(createReadStream(clear));
  const sealed = await seal(source as ByteStream, options);
  const name = nameOf(isSmall ? await writeAtOnce(sealed, draft) : await writeAsStream(sealed, draft));
  await rename(draft, join(folder, name));
  return name;
}

async function writeAtOnce(sealed: ByteStream, path: string): Promise<Buffer> {
  const contents = Buffer.from(await new Response(sealed).arrayBuffer());
  writeFileSync(path, contents);
  return sha256(contents);
}

async function writeAsStream(sealed: ByteStream, path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const source = Readable.fromWeb(sealed as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(source, measure, createWriteStream(path));
  return hash.digest();
}

function draftIn(folder: string): string {
  return join(folder, `.draft-${randomBytes(6).toString('hex')}`);
}

function nameOf(digest: Buffer): string {
  return `${digest.toString('hex').slice(0, 32)}.bin`;
}

function sha256(contents: Uint8Array): Buffer {
  return createHash('sha256').update(contents).digest();
}
