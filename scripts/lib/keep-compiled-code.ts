import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { ROOT_FOLDER } from './run-command.ts';

/**
 * Keeps the compiled code of the modules that this process and its threads import from now on: to compile them takes a
 * tenth of the time of a small build.
 */
export function keepCompiledCode(): void {
  const folder = (process.env['NODE_COMPILE_CACHE'] ??= join(ROOT_FOLDER, '.astro/code'));
  enableCompileCache(folder);
}
