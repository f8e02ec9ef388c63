import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { createKeyring } from '../../edge/core/keyring.ts';
import { createVault } from '../../edge/vault/create-vault.ts';
import { createDiskSealedFiles } from '../../edge/vault/disk.node.ts';
import { sealAll } from './seal-assets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-seal-'));
  await mkdir(join(folder, 'content'));
  await writeFile(join(folder, 'content/a.pdf'), 'first '.repeat(50_000));
  await writeFile(join(folder, 'content/b.pdf'), 'second');
});
afterEach(() => rm(folder, { recursive: true }));

const keys = generateKeys();

async function sealInto(
  site: string,
  { earlierSite, ring = keys }: { earlierSite?: string; ring?: typeof keys } = {},
) {
  const sealed = await sealAll({
    assets: ['a', 'b'].map((id) => ({ id, path: `${id}.pdf` })),
    contentRoot: join(folder, 'content'),
    siteFolder: join(folder, site),
    sealKeys: (await createKeyring(ring)).sealKeys,
    ...(earlierSite !== undefined && { earlierSite: join(folder, earlierSite) }),
  });
  return Object.fromEntries([...sealed].map(([id, { sealedPath }]) => [id, join(folder, site, sealedPath)]));
}

test('takes the sealed files of the site before, and seals only what is new', async () => {
  const first = await sealInto('first');
  await writeFile(join(folder, 'content/b.pdf'), 'changed');
  const second = await sealInto('second', { earlierSite: 'first' });
  const clean = await sealInto('clean');
  expect((await stat(second['a']!)).ino).toBe((await stat(first['a']!)).ino);
  for (const id of ['a', 'b']) expect(await readFile(second[id]!)).toEqual(await readFile(clean[id]!));
  expect(await readdir(join(folder, 'second/_sealed'))).toEqual(await readdir(join(folder, 'clean/_sealed')));
});

test('leaves nothing else in the folder when two files are the same, or when it seals into it twice', async () => {
  await writeFile(join(folder, 'content/b.pdf'), await readFile(join(folder, 'content/a.pdf')));
  const first = await sealInto('first');
  await sealInto('first');
  await sealInto('second', { earlierSite: 'first' });
  const name = basename(first['a']!);
  for (const site of ['first', 'second'])
    expect(await readdir(join(folder, site, '_sealed'))).toEqual([name]);
});

test('seals again what is damaged in the site before', async () => {
  const first = await sealInto('first');
  const whole = await readFile(first['a']!);
  await writeFile(first['a']!, whole.with(whole.length - 1, whole.at(-1)! ^ 1));
  const second = await sealInto('second', { earlierSite: 'first' });
  expect(await readFile(second['a']!)).toEqual(whole);
});

test('takes nothing that another key has sealed, even one of the same id', async () => {
  const first = await sealInto('first');
  const ring = { ...generateKeys(), indexKey: keys.indexKey };
  const sameId = ring.keys.replace(/^[^:]+/, keys.keys.split(':')[0]!);
  const second = await sealInto('second', { earlierSite: 'first', ring: { ...ring, keys: sameId } });
  const clean = await sealInto('clean', { ring: { ...ring, keys: sameId } });
  expect(await readFile(second['a']!)).toEqual(await readFile(clean['a']!));
  expect(await readFile(second['a']!)).not.toEqual(await readFile(first['a']!));
});

test('small and large files open to what they were', async () => {
  const contents = { a: Buffer.alloc(1024 * 1024, 'small '), b: Buffer.alloc(1024 * 1024 + 1, 'large ') };
  for (const [id, bytes] of Object.entries(contents))
    await writeFile(join(folder, `content/${id}.pdf`), bytes);
  const sealed = await sealInto('site');
  const vault = createVault({
    sealedFiles: createDiskSealedFiles({ siteFolder: join(folder, 'site') }),
    keyring: await createKeyring(keys),
    log: () => undefined,
  });
  for (const [id, bytes] of Object.entries(contents)) {
    const clear = await vault.open(`/_sealed/${basename(sealed[id]!)}`);
    expect(Buffer.from(await new Response(clear).arrayBuffer()).equals(bytes)).toBe(true);
  }
});
