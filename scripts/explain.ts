import { styleText } from 'node:util';
import { contentRoot } from '../site/loader/folder/content-root.node.ts';
import { runExplain } from './explain/run-explain.ts';
import { runMain } from './lib/run-main.ts';

await runMain(async () => {
  process.exitCode = await runExplain(process.argv.slice(2), {
    contentRoot: contentRoot({ env: process.env, cwd: process.cwd() }),
    write: (text) => process.stdout.write(text),
    warn: (line) => console.error(line),
    paint: {
      bold: (text) => styleText('bold', text),
      dim: (text) => styleText('dim', text),
    },
  });
});
