import { buildFromEnv } from './lib/build-from-env.ts';
import { createProgress } from './lib/create-progress.ts';
import { runMain } from './lib/run-main.ts';

await runMain(async () => {
  await buildFromEnv(createProgress(process.stdout));
});
