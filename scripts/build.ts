import { buildFromEnv } from './lib/build-from-env.ts';
import { createProgress } from './lib/create-progress.ts';
import { runMain } from './lib/run-main.ts';

await runMain(async () => {
  await buildFromEnv(createProgress(process.stdout));
});
// After a page that failed, Astro would go on with all the others.
process.exit();
