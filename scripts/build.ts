import { createProgress } from './lib/create-progress.ts';
import { keepCompiledCode } from './lib/keep-compiled-code.ts';
import { runMain } from './lib/run-main.ts';

keepCompiledCode();
await runMain(async () => {
  const { buildFromEnv } = await import('./lib/build-from-env.ts');
  await buildFromEnv(createProgress(process.stdout));
});
// After a page that failed, Astro would go on with all the others.
process.exit();
