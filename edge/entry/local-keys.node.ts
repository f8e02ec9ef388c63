import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { generateKeys } from '../core/generate-keys.ts';
import { parseKeyRing } from '../core/parse-key-ring.ts';
import { ConfigError } from './config-error.ts';

/** The two secrets of an installation, as they stand in the environment. */
export interface KeySettings {
  /** `GATEHOUSE_KEYS`: `id:base64url32[,…]`, current first. */
  readonly keys: string;
  /** `GATEHOUSE_INDEX_KEY`: base64url of 32 bytes. */
  readonly indexKey: string;
  readonly from: 'environment' | 'file' | 'created';
  readonly path: string;
}

/**
 * Takes the keys from the environment, else from `keys.env` in the data folder, which it writes (mode 600) on
 * the very first start.
 * @throws {ConfigError} when they are malformed, or a pool is there whose keys are gone: new ones could not read it.
 */
export async function loadKeys(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataFolder: string;
}): Promise<KeySettings> {
  const settings = await findKeys(options);
  try {
    parseKeyRing(settings);
  } catch (error) {
    throw new ConfigError([(error as Error).message]);
  }
  return settings;
}

async function findKeys(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataFolder: string;
}): Promise<KeySettings> {
  const { env, dataFolder } = options;
  const path = join(dataFolder, 'keys.env');
  const fromEnv = pick(env);
  if (fromEnv.keys && fromEnv.indexKey) {
    return { keys: fromEnv.keys, indexKey: fromEnv.indexKey, from: 'environment', path };
  }
  if (fromEnv.keys ?? fromEnv.indexKey) {
    const missing = fromEnv.keys ? 'GATEHOUSE_INDEX_KEY' : 'GATEHOUSE_KEYS';
    throw new ConfigError([
      `${missing} is missing: set it beside the other key. \`npm run keys\` makes both.`,
    ]);
  }
  const stored = await readKeyFile(path);
  if (stored) return { ...stored, from: 'file', path };
  if (existsSync(join(dataFolder, 'pool.sqlite'))) {
    throw new ConfigError([
      `${dataFolder} holds a pool, but the keys that it is encrypted with are gone. ` +
        `Bring back ${path}, or set GATEHOUSE_KEYS and GATEHOUSE_INDEX_KEY; new keys could not read it.`,
    ]);
  }
  return { ...(await createKeyFile(path)), path };
}

async function readKeyFile(path: string): Promise<{ keys: string; indexKey: string } | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const { keys, indexKey } = pick(parseEnv(text));
  if (keys && indexKey) return { keys, indexKey };
  throw new ConfigError([
    `${path} does not hold GATEHOUSE_KEYS and GATEHOUSE_INDEX_KEY. Restore it from a backup.`,
  ]);
}

/** Of two first starts at the same moment one writes; the other takes what is there, and never half of it. */
async function createKeyFile(
  path: string,
): Promise<{ keys: string; indexKey: string; from: 'created' | 'file' }> {
  const made = generateKeys();
  const draft = `${path}.${crypto.randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, keyFileText(made), { mode: 0o600 });
    await link(draft, path);
    return { ...made, from: 'created' };
  } catch (error) {
    const stored = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await readKeyFile(path) : null;
    if (!stored) throw error;
    return { ...stored, from: 'file' };
  } finally {
    await rm(draft, { force: true });
  }
}

function keyFileText({ keys, indexKey }: { keys: string; indexKey: string }): string {
  return [
    '# The keys of this installation: they decrypt the pool and open the gated files.',
    '# Keep a copy in a safe place, apart from the data. Without them the pool cannot be read.',
    `GATEHOUSE_KEYS=${keys}`,
    `GATEHOUSE_INDEX_KEY=${indexKey}`,
    '',
  ].join('\n');
}

function pick(env: Readonly<Record<string, string | undefined>>): {
  readonly keys: string | undefined;
  readonly indexKey: string | undefined;
} {
  return { keys: env['GATEHOUSE_KEYS'] || undefined, indexKey: env['GATEHOUSE_INDEX_KEY'] || undefined };
}
