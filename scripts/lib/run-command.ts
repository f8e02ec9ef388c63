import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface CommandResult {
  readonly code: number;
  /** Both streams, in the order they were written. */
  readonly output: string;
  readonly seconds: number;
}

export const ROOT_FOLDER: string = join(import.meta.dirname, '../..');

/** Runs a program of the project (or of the system) in the project's folder; never rejects for a bad exit. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    /** Also shows the output while it comes. */
    readonly isLive?: boolean;
  } = {},
): Promise<CommandResult> {
  const startedAt = performance.now();
  const bin = join(ROOT_FOLDER, 'node_modules/.bin');
  const child = spawn(command, args, {
    cwd: ROOT_FOLDER,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.isLive) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    const finish = (code: number, note = ''): void => {
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ code, output: Buffer.concat(chunks).toString() + note, seconds });
    };
    child.once('error', (error) => finish(127, error.message));
    child.once('close', (code, signal) => finish(code ?? 1, signal ? `ended by ${signal}` : ''));
  });
}
