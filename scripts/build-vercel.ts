import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../edge/entry/config-error.ts';
import { createProgress } from './lib/create-progress.ts';
import { buildFromEnv } from './lib/build-from-env.ts';
import { PlainError } from './lib/plain-error.ts';
import { runMain } from './lib/run-main.ts';
import { type VercelRuntime, writeVercelOutput } from './lib/write-vercel-output.ts';

await runMain(async () => {
  const runtime = readRuntime();
  // The function runs elsewhere: keys made here would be unknown there.
  if (!process.env['GATEHOUSE_KEYS']) {
    throw new ConfigError([
      'GATEHOUSE_KEYS is not set. Make keys with `npm run keys`, set them in the project on Vercel, and set the same here.',
    ]);
  }
  const progress = createProgress(process.stdout);
  const { outFolder } = await buildFromEnv(progress);
  const vercelFolder = join(process.cwd(), '.vercel/output');
  await progress.step('Function', async () => {
    const bytes = await writeVercelOutput({ outFolder, vercelFolder, runtime });
    return { value: bytes, outcome: `${runtime}, ${Math.ceil(bytes / 1000)} kB compressed` };
  });
  console.log('\n.vercel/output is ready: vercel deploy --prebuilt');
});

function readRuntime(): VercelRuntime {
  const { values } = parseArgs({ options: { runtime: { type: 'string' } } });
  const runtime = values.runtime ?? process.env['GATEHOUSE_VERCEL_RUNTIME'] ?? 'edge';
  if (runtime === 'edge' || runtime === 'nodejs') return runtime;
  throw new PlainError(`There is no runtime "${runtime}". Choose edge or nodejs.`);
}
