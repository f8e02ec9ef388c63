import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pruneFolders } from './prune-folders.ts';

const HOUR_MS = 3_600_000;

test('keeps the folders that were used of late', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-prune-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  const now = Date.now();
  for (const hours of [0.5, 2, 3, 4]) {
    const path = join(parent, `${hours} h`);
    await mkdir(join(path, 'draft'), { recursive: true });
    const time = new Date(now - hours * HOUR_MS);
    await utimes(path, time, time);
  }
  await pruneFolders(parent, { maxAgeMs: 2.5 * HOUR_MS, now });
  expect(await readdir(parent)).toEqual(['0.5 h', '2 h']);
});
