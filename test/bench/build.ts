import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeBareSite } from './lib/bare-site.ts';
import { generateContent } from './lib/generated-content.ts';
import { compare, median, printTable } from './lib/report.ts';

/**
 * The whole build (check, pages, forms, seals, compression) against bare Astro + MDX rendering the same
 * bodies. Goal: ≤ 1.25× the time at 100 and at 1,000 white papers of two languages each.
 */
const SIZES = (process.env['BENCH_SIZES'] ?? '100,1000').split(',').map(Number);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 1);
const ROOT = resolve(import.meta.dirname, '../..');

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
try {
  for (const count of SIZES) await measure(count);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(count: number): Promise<void> {
  const content = join(folder, `content-${count}`);
  const bare = join(folder, `bare-${count}`);
  await generateContent({ sample: join(ROOT, 'content'), target: content, count });
  await writeBareSite({ root: bare, contentRoot: content, modules: join(ROOT, 'node_modules') });
  const samples: Record<'ours' | 'bare', Sample[]> = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.bare.push(await run(['node_modules/astro/bin/astro.mjs', 'build'], bare, {}));
    samples.ours.push(
      await run(['scripts/build.ts'], ROOT, {
        GATEHOUSE_CONTENT: content,
        GATEHOUSE_OUT: join(folder, `out-${count}`),
        GATEHOUSE_DATA: join(folder, 'data'),
      }),
    );
  }
  const of = (side: 'ours' | 'bare', key: keyof Sample) => median(samples[side].map((sample) => sample[key]));
  printTable(`build, ${count} white papers in two languages`, [
    compare('seconds', of('ours', 'seconds'), of('bare', 'seconds'), '≤ 1.25'),
    compare('peak MB', of('ours', 'peakMb'), of('bare', 'peakMb')),
  ]);
}

interface Sample {
  readonly seconds: number;
  readonly peakMb: number;
}

async function run(command: readonly string[], cwd: string, env: Record<string, string>): Promise<Sample> {
  const usage = join(folder, 'usage.json');
  const started = performance.now();
  await promisify(execFile)(
    process.execPath,
    ['--import', join(import.meta.dirname, 'lib/report-usage.ts'), ...command],
    {
      cwd,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BENCH_USAGE: usage, ...env },
      maxBuffer: 64 << 20,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const { peakRssKib } = JSON.parse(await readFile(usage, 'utf8')) as { peakRssKib: number };
  return { seconds, peakMb: peakRssKib / 1024 };
}
