import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SEALED_FOLDER } from '../../edge/contract/routes.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import { deriveSalt } from '../../edge/vault/derive-salt.ts';
import { seal } from '../../edge/vault/seal.ts';

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
}): Promise<SealedFile> {
  const { path, siteFolder, sealKeys } = options;
  const inputKey = new Uint8Array(sealKeys.byId.get(sealKeys.current)!);
  const { digest, bytes } = await digestFile(path);
  const sealed = await seal(Readable.toWeb(createReadStream(path)) as ByteStream, {
    keyId: sealKeys.current,
    inputKey,
    salt: await deriveSalt(inputKey, new Uint8Array(digest)),
  });
  const folder = join(siteFolder, SEALED_FOLDER);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.draft-${randomBytes(6).toString('hex')}`);
  const { measure, result } = measuring();
  await pipeline(
    Readable.fromWeb(sealed as Parameters<typeof Readable.fromWeb>[0]),
    measure,
    createWriteStream(draft),
  );
  const name = `${result().digest.toString('hex').slice(0, 32)}.bin`;
  await rename(draft, join(folder, name));
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

function measuring(): { measure: Transform; result: () => { digest: Buffer } } {
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { measure, result: () => ({ digest: hash.digest() }) };
}
