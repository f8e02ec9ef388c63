import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The checkout. */
export const ROOT: string = join(import.meta.dirname, '../..');

/**
 * Runs one of the project's scripts to its end, as a person would, and gives what it printed.
 * @throws when it fails, with all of its output.
 */
export async function runScript(
  script: string,
  {
    args = [],
    env = {},
  }: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const printed = Buffer.concat(output).toString();
  if (code !== 0)
    throw new Error(`${script} ended with ${code}:\n${printed}\n${Buffer.concat(errors).toString()}`);
  return printed;
}
