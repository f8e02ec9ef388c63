import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { styleText } from 'node:util';

// Each bench is a process of its own, so that none warms or burdens another.
const BENCHES = [
  'capture',
  'events',
  'download',
  'source',
  'rules',
  'browser',
  'build',
  'lighthouse',
] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench === name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". Choose from: ${BENCHES.join(', ')}.`);
  process.exit(2);
}

for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  console.log(styleText('bold', `\n── ${bench}`));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../test/bench', `${bench}.ts`)], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
if (process.exitCode === 1) console.error(styleText('red', '\nA goal was missed (see MISSED above).'));
