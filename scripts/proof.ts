import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { styleText } from 'node:util';

// The long proofs whole; `npm test` runs a short form of each.
const PROOFS = [
  {
    what: '200 kills of the server under load',
    files: ['test/faults'],
    env: { GATEHOUSE_KILL_ROUNDS: '200' },
  },
  { what: '20,000 mutated content files', files: ['site/loader'], env: { GATEHOUSE_FUZZ_RUNS: '20000' } },
] as const;

for (const { what, files, env } of PROOFS) {
  console.log(styleText('bold', `\n── ${what}`));
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--testTimeout=3600000', ...files], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
