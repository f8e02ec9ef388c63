import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT_FOLDER } from './lib/run-command.ts';
import { runMain } from './lib/run-main.ts';
import { editorFiles } from './schemas/editor-files.ts';

await runMain(async () => {
  for (const [path, text] of await editorFiles()) {
    await mkdir(dirname(join(ROOT_FOLDER, path)), { recursive: true });
    await writeFile(join(ROOT_FOLDER, path), text);
    console.log(path);
  }
});
