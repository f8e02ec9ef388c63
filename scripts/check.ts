import { styleText } from 'node:util';
import { checkImports } from './lib/check-imports.ts';
import { mapLimit } from './lib/map-limit.ts';
import { runCommand, type CommandResult } from './lib/run-command.ts';

interface Check {
  readonly name: string;
  readonly run: () => Promise<CommandResult>;
}

const AT_A_TIME = 2;

/** What is quick comes first, so that most mistakes show within seconds. */
const CHECKS: readonly Check[] = [
  { name: 'imports (dependency-cruiser)', run: checkImports },
  { name: 'format (prettier)', run: () => runCommand('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'content', run: () => runCommand('node', ['scripts/check-content.ts']) },
  {
    name: 'edge types (tsc, no Node)',
    run: () => runCommand('tsc', ['-p', 'edge/tsconfig.json', '--noEmit']),
  },
  { name: 'dead code (knip)', run: () => runCommand('knip', ['--no-progress']) },
  {
    name: 'types (astro check)',
    run: () =>
      runCommand('astro', ['check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning']),
  },
  { name: 'lint (eslint)', run: () => runCommand('eslint', ['.', '--max-warnings', '0']) },
];

const failed = await mapLimit(CHECKS, {
  limit: AT_A_TIME,
  map: async ({ name, run }) => {
    const { code, output, seconds } = await run();
    const mark = code === 0 ? styleText('green', '✓') : styleText('red', '✗');
    console.log(`${mark} ${name} ${styleText('dim', `${seconds.toFixed(1)} s`)}`);
    return code === 0 ? null : { name, output };
  },
});

for (const failure of failed) {
  if (failure) console.log(`\n${styleText(['red', 'bold'], failure.name)}\n${failure.output.trim()}`);
}
if (failed.some(Boolean)) {
  console.log(`\n${styleText('red', 'Some checks failed; see above.')}`);
  process.exitCode = 1;
}
