import { readFile } from 'node:fs/promises';
import type { Catalogue } from '../contract/catalogue.ts';
import { ConfigError } from './config-error.ts';

/** @throws {ConfigError} where nothing was built yet. */
export async function readCatalogue(path: string): Promise<Catalogue> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new ConfigError([
      `There is no built site: ${path} is missing. Run \`npm run build\`, or \`npm start\`.`,
    ]);
  });
  return JSON.parse(text) as Catalogue;
}
