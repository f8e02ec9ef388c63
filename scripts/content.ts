import process from 'node:process';
import { styleText } from 'node:util';
import { runContent } from './content/run-content.ts';
import { runMain } from './lib/run-main.ts';

await runMain(async () => {
  process.exitCode = await runContent(process.argv.slice(2), {
    env: process.env,
    cwd: process.cwd(),
    write: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
    paint: {
      bold: (text) => styleText('bold', text),
      dim: (text) => styleText('dim', text),
      bad: (text) => styleText('red', text),
    },
  });
});
