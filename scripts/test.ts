import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './lib/find-chromium.ts';
import { runCommand } from './lib/run-command.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What the runners' JSON reports say, as far as we count. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** Words after `npm test --` narrow both runners to the files whose path holds one of them. */
const filters = process.argv.slice(2);
const reports = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
try {
  const chromium = await ensureChromium({ say: (line) => console.log(line) });
  const unit = await runVitest();
  const browser = await runPlaywright(chromium);
  const sum = [unit, browser].reduce((total, tally) => ({
    passed: total.passed + tally.passed,
    failed: total.failed + tally.failed,
    skipped: total.skipped + tally.skipped,
  }));
  console.log(`\nvitest:     ${line(unit)}\nPlaywright: ${line(browser)}\n`);
  console.log(line(sum));
  process.exitCode = sum.failed > 0 ? 1 : 0;
} finally {
  await rm(reports, { recursive: true, force: true });
}

async function runVitest(): Promise<Tally> {
  const report = join(reports, 'vitest.json');
  const { code } = await runCommand(
    'vitest',
    [
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { isLive: true },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = await readReport<VitestReport>(
    report,
    {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
    },
  );
  return tallyOf(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    code,
  );
}

async function runPlaywright(chromium: string): Promise<Tally> {
  const report = join(reports, 'playwright.json');
  const { code } = await runCommand(
    'playwright',
    ['test', '--pass-with-no-tests', '--reporter=list,json', ...filters],
    {
      isLive: true,
      env: { GATEHOUSE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  const { stats } = await readReport<PlaywrightReport>(report, {
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
  });
  // A test that passes only when repeated is a fault to us.
  return tallyOf(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    code,
  );
}

/** A runner that failed outside of a test (a file that does not load, a server that does not start) counts as one. */
function tallyOf(tally: Tally, code: number): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function readReport<Report>(path: string, empty: Report): Promise<Report> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? empty : (JSON.parse(text) as Report);
}

function line({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
