import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeBareSite } from './lib/bare-site.ts';
import { generateContent } from './lib/generated-content.ts';
import { compare, median, printTable, type Comparison } from './lib/report.ts';

/**
 * Pages alone, and the whole build (check, pages, forms, seals, search, compression), against bare Astro + MDX rendering
 * the same bodies: white papers of two languages each. Goals: the whole ≤ 1.25× the time, pages from 1,000 on ≤ 0.6×; and
 * half of our own first build's at 1,000 after one entry has changed. `BENCH_SIZES=100,1000,3000` chooses,
 * `BENCH_ROUNDS=3` takes medians.
 */
const SIZES = (process.env['BENCH_SIZES'] ?? '100,1000').split(',').map(Number);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 1);
const ROOT = resolve(import.meta.dirname, '../..');
const USAGE = join(import.meta.dirname, 'lib/report-usage.ts');

const BUILDS = ['bare', 'pages', 'first', 'same', 'changed'] as const;

type Build = (typeof BUILDS)[number];

const TITLES: Readonly<Record<Build, string>> = {
  bare: 'bare Astro',
  pages: 'Gatehouse, pages alone',
  first: 'Gatehouse, first build',
  same: 'Gatehouse, nothing changed',
  changed: 'Gatehouse, one entry changed',
};

interface Sample {
  readonly seconds: number;
  /** Of all threads: what counts where others use the machine, too. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
try {
  for (const count of SIZES) await measure(count);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(count: number): Promise<void> {
  const samples: Record<Build, Sample[]> = { bare: [], pages: [], first: [], same: [], changed: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const builds = await prepare(count, round);
    for (const build of BUILDS) {
      const sample = await builds[build]();
      samples[build].push(sample);
      console.log(`  ${count} entries, ${TITLES[build]}: ${sample.seconds.toFixed(1)} s`);
    }
  }
  const of = (build: Build, key: keyof Sample): number => median(samples[build].map((sample) => sample[key]));
  const against = (what: string, [ours, base]: readonly [Build, Build], goal?: string): Comparison[] => [
    compare(`${what}: seconds`, of(ours, 'seconds'), of(base, 'seconds'), goal),
    compare(`${what}: CPU seconds`, of(ours, 'cpuSeconds'), of(base, 'cpuSeconds')),
  ];
  printTable(`build, ${count} white papers in two languages, against bare Astro`, [
    ...against('pages alone', ['pages', 'bare'], count < 1000 ? undefined : '≤ 0.6'),
    compare('pages alone: peak MB', of('pages', 'peakMb'), of('bare', 'peakMb')),
    ...against('first build', ['first', 'bare'], '≤ 1.25'),
    compare('first build: peak MB', of('first', 'peakMb'), of('bare', 'peakMb')),
  ]);
  const again = [
    ...against('one entry changed', ['changed', 'first'], count === 1000 ? '≤ 0.5' : undefined),
    ...against('nothing changed', ['same', 'first']),
  ];
  printTable(`build, ${count} white papers in two languages, against our own first build`, again, 'first');
}

/** Each round in folders of its own, so that nothing is left of the one before. */
async function prepare(count: number, round: number): Promise<Record<Build, () => Promise<Sample>>> {
  const content = join(folder, `content-${count}-${round}`);
  const bare = join(folder, `bare-${count}-${round}`);
  await generateContent({ sample: join(ROOT, 'content'), target: content, count });
  await writeBareSite({ root: bare, contentRoot: content, modules: join(ROOT, 'node_modules') });
  const gatehouse = (script: string, out: string): Promise<Sample> =>
    run([join(import.meta.dirname, script)], ROOT, {
      GATEHOUSE_CONTENT: content,
      GATEHOUSE_OUT: join(folder, `${out}-${count}-${round}`),
      GATEHOUSE_DATA: join(folder, 'data'),
    });
  const build = (): Promise<Sample> => gatehouse('build-gatehouse.ts', 'out');
  return {
    bare: () => run(['node_modules/astro/bin/astro.mjs', 'build'], bare, {}),
    pages: () => gatehouse('build-pages.ts', 'pages'),
    first: build,
    same: build,
    changed: async () => {
      await changeEntry(join(content, `whitepapers/paper-${count >> 1}/en.mdx`));
      return build();
    },
  };
}

async function changeEntry(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('## Section 1:', '## Section 1, changed:'));
}

async function run(command: readonly string[], cwd: string, env: Record<string, string>): Promise<Sample> {
  const usage = join(folder, 'usage.json');
  const started = performance.now();
  await promisify(execFile)(process.execPath, ['--import', USAGE, ...command], {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BENCH_USAGE: usage, ...env },
    maxBuffer: 64 << 20,
  });
  const seconds = (performance.now() - started) / 1000;
  const { peakRssKib, cpuMicros } = JSON.parse(await readFile(usage, 'utf8')) as {
    readonly peakRssKib: number;
    readonly cpuMicros: number;
  };
  return { seconds, cpuSeconds: cpuMicros / 1e6, peakMb: peakRssKib / 1024 };
}
