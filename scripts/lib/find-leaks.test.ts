import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLeaks } from './find-leaks.ts';

const PDF = randomBytes(5_000);
const FILES = [{ name: 'whitepapers/a/a.en.pdf', digest: createHash('sha256').update(PDF).digest('hex') }];
const SECRETS = [{ name: 'GATEHOUSE_KEYS', value: randomBytes(32).toString('base64url') }];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-leaks-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function leaksOf(contents: Record<string, string | Buffer>): Promise<string[]> {
  for (const [name, bytes] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return findLeaks({ folder, files: FILES, secrets: SECRETS });
}

test('finds nothing in an output that is fit to be public', async () => {
  expect(
    await leaksOf({ 'site/index.html': '<p>hello</p>', 'site/_sealed/x.bin': randomBytes(5_100) }),
  ).toEqual([]);
});

test.each<[string, string, string | Buffer]>([
  ['under its own name', 'site/a.en.pdf', PDF],
  ['under another name', 'site/_astro/x.D3adb33f.js', PDF],
  ['compressed with gzip', 'site/a.pdf.gz', gzipSync(PDF)],
  ['compressed with brotli', 'site/a.pdf.br', brotliCompressSync(PDF)],
  [
    'as a data URL',
    'site/index.html',
    `<a href="data:application/pdf;base64,${PDF.toString('base64')}">x</a>`,
  ],
])('finds a gated file in clear %s', async (_, name, contents) => {
  expect(await leaksOf({ [name]: contents })).toEqual([
    `${name} is whitepapers/a/a.en.pdf in clear: everybody could take it without registering.`,
  ]);
});

test('finds a secret anywhere, the private catalogue included, and does not repeat it', async () => {
  const secret = SECRETS[0]!.value;
  const found = await leaksOf({ 'edge/catalogue.json': `{"x":"${secret}"}`, 'site/a.js': `k="${secret}"` });
  expect(found).toEqual([
    'edge/catalogue.json holds the secret GATEHOUSE_KEYS.',
    'site/a.js holds the secret GATEHOUSE_KEYS.',
  ]);
});
