import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runMain } from './lib/run-main.ts';
import { serveSite } from './lib/serve-site.ts';

// The build runs in a process of its own: its memory is gone before the first visitor comes.
const build = spawn(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
const [code] = (await once(build, 'exit')) as [number | null];
if (code === 0) await runMain(serveSite);
else process.exitCode = code ?? 1;
