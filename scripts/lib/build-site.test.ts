import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { createKeyring } from '../../edge/core/keyring.ts';
import { createVault } from '../../edge/vault/create-vault.ts';
import { createDiskSealedFiles } from '../../edge/vault/disk.node.ts';
import { digestFile } from './seal-file.ts';
import { listFiles } from './list-files.ts';
import { ROOT_FOLDER, runCommand, type CommandResult } from './run-command.ts';

let folder: string;
const keys = generateKeys();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-build-'));
});
afterAll(() => rm(folder, { recursive: true }));

function build(name: string, env: Record<string, string> = {}): Promise<CommandResult> {
  return runCommand('node', ['scripts/build.ts'], {
    env: {
      GATEHOUSE_OUT: join(folder, name),
      GATEHOUSE_DATA: join(folder, 'data'),
      GATEHOUSE_KEYS: keys.keys,
      GATEHOUSE_INDEX_KEY: keys.indexKey,
      ...env,
    },
  });
}

describe('the sample site', () => {
  let result: CommandResult;
  let catalogue: Catalogue;
  beforeAll(async () => {
    result = await build('first');
    expect(result.output).not.toContain('✗');
    catalogue = JSON.parse(await readFile(join(folder, 'first/edge/catalogue.json'), 'utf8')) as Catalogue;
  }, 120_000);

  test('tells each step and how it went', () => {
    expect(result.code).toBe(0);
    expect(result.output).toMatch(
      /✓ Content: .*\n(.*\n)*✓ Pages: .*\n(✓ Search.*\n)+✓ Gated files: .*\n✓ Leaks: none .*\n✓ Compression: /,
    );
  });

  test('the catalogue’s sealed files open to the very files of the content', async () => {
    const siteFolder = join(folder, 'first/site');
    const keyring = await createKeyring(keys);
    const vault = createVault({
      sealedFiles: createDiskSealedFiles({ siteFolder }),
      keyring,
      log: () => undefined,
    });
    const entry = catalogue.entries['whitepapers/inline-gauging']!;
    const asset = catalogue.assets[entry.asset!.en]!;
    const hash = createHash('sha256');
    for await (const chunk of (await vault.open(asset.sealedPath))!) hash.update(chunk);
    const clear = await digestFile(
      join(ROOT_FOLDER, 'content/whitepapers/inline-gauging/inline-gauging.en.pdf'),
    );
    expect(hash.digest('hex')).toBe(clear.digest.toString('hex'));
    expect(asset.bytes).toBe(clear.bytes);
  });

  test('the templates are in the catalogue and not in public', async () => {
    expect(catalogue.pages.thanks.zh).toContain('{{downloadUrl}}');
    expect(catalogue.mails.download.en.text).toContain('{{downloadUrl}}');
    expect(await readdir(join(folder, 'first/site'))).not.toContain('gatehouse-templates');
  });

  test('the same content and keys give the same bytes', async () => {
    expect((await build('second')).code).toBe(0);
    expect(await digests('second')).toEqual(await digests('first'));
  }, 120_000);
});

describe('content with problems', () => {
  test('stops the build with all of them, at their places, before a page is drawn', async () => {
    const contentRoot = join(folder, 'broken');
    await cp(join(ROOT_FOLDER, 'content'), contentRoot, { recursive: true });
    const page = join(contentRoot, 'whitepapers/inline-gauging/en.mdx');
    const source = await readFile(page, 'utf8');
    await writeFile(page, source.replace('form: whitepaper', 'form: whitepapr').replace('owner: ', 'ownr: '));
    const { code, output } = await build('third', { GATEHOUSE_CONTENT: contentRoot });
    expect(code).toBe(1);
    expect(output).toMatch(/inline-gauging\/en\.mdx:\d+:\d+ {2}UnknownForm/);
    expect(output).toMatch(/inline-gauging\/en\.mdx:\d+:\d+ {2}UnknownKey/);
    expect(output).toContain('Nothing was published.');
    expect(output).not.toMatch(/^\s+at /m);
    await expect(readdir(join(folder, 'third'))).rejects.toThrow('ENOENT');
  }, 60_000);
});

async function digests(name: string): Promise<Record<string, string>> {
  const paths = await listFiles(join(folder, name));
  const pairs = paths.map(async (path) => [
    path.slice(join(folder, name).length),
    (await digestFile(path)).digest.toString('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}
