import { styleText } from 'node:util';
import { runMain } from './lib/run-main.ts';
import { runPool } from './pool/run-pool.ts';

// A reader that has seen enough (`| head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runMain(async () => {
  process.exitCode = await runPool(process.argv.slice(2), {
    env: process.env,
    cwd: process.cwd(),
    clock: Date.now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    write: (text) => process.stdout.write(text),
    warn: (line) => console.error(line),
    paint: {
      bold: (text) => styleText('bold', text),
      dim: (text) => styleText('dim', text),
      good: (text) => styleText('green', text),
      bad: (text) => styleText('red', text),
      warn: (text) => styleText('yellow', text),
    },
  });
});
