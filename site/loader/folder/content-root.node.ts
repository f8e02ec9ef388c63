import { resolve } from 'node:path';

/** The content folder: `GATEHOUSE_CONTENT`, absolute or relative to the working directory, else `content`. */
export function contentRoot({
  env,
  cwd,
}: {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
}): string {
  return resolve(cwd, env['GATEHOUSE_CONTENT'] || 'content');
}
