import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import type { ChannelRules } from '../../edge/contract/channels/channel-rules.ts';
import type { Answers } from '../../edge/contract/registration.ts';
import { createKeyring } from '../../edge/core/keyring.ts';
import { openAnswers } from '../../edge/core/ports/answers-envelope.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import type { StoredRegistration } from '../../edge/core/ports/pool.ts';
import { loadKeys } from '../../edge/entry/local-keys.node.ts';
import { builtPaths } from '../../edge/entry/node-config.node.ts';
import type { PoolReader } from '../../edge/pool/pool-reader.ts';
import { openSqliteReader, type SqliteReader } from '../../edge/pool/sqlite/open-sqlite-reader.node.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { PoolContext } from './context.ts';

type Place = Pick<PoolContext, 'env' | 'cwd'>;

function dataFolderOf({ env, cwd }: Place): string {
  return resolve(cwd, env['GATEHOUSE_DATA'] || '.gatehouse');
}

export function poolPathOf(place: Place): string {
  return join(dataFolderOf(place), 'pool.sqlite');
}

/** Hands the read side of the pool to `read` and closes it afterwards. */
export async function withReader<T>(place: Place, read: (reader: SqliteReader) => Promise<T>): Promise<T> {
  const reader = await openSqliteReader({ path: poolPathOf(place) });
  try {
    return await read(reader);
  } finally {
    reader.close();
  }
}

/** The whole id of the one registration whose id begins so. */
export async function resolveId(reader: PoolReader, prefix: string): Promise<string> {
  const ids = await reader.matchIds(prefix, MAX_MATCHES + 1);
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return only;
  if (ids.length === 0) {
    throw new PlainError(
      `No registration has an id that begins with "${prefix}". npm run pool -- list shows them.`,
    );
  }
  const shown = ids.slice(0, MAX_MATCHES).map((id) => `  ${id}`);
  const more = ids.length > MAX_MATCHES ? ['  …'] : [];
  throw new PlainError(
    [`"${prefix}" is the beginning of several ids. Give more of it:`, ...shown, ...more].join('\n'),
  );
}

const MAX_MATCHES = 5;

/** The key ring of this installation. Call it only with a pool open: the first start makes keys, this must not. */
export async function openKeyring(place: Place): Promise<Keyring> {
  return createKeyring(await loadKeys({ env: place.env, dataFolder: dataFolderOf(place) }));
}

/** @throws {PlainError} when the keys do not fit. */
export async function decryptAnswers(keyring: Keyring, registration: StoredRegistration): Promise<Answers> {
  try {
    return await openAnswers(keyring, registration);
  } catch (error) {
    const detail = error instanceof Error && error.message.startsWith('no key') ? error.message : OTHER_KEY;
    throw new PlainError(`The answers of ${registration.id} do not open: ${detail}`);
  }
}

const OTHER_KEY =
  'they were written with another key than the one in GATEHOUSE_KEYS (or .gatehouse/keys.env), or the file was altered.';

/** What the last build says, by which the server works. */
export interface Built extends Pick<Catalogue, 'forms' | 'entries'> {
  /** Null where nothing was built here. */
  readonly channels: ChannelRules | null;
}

/** Reads the last build; without one there are no labels, and answers carry their own names. */
export async function readBuilt({ env, cwd }: Place): Promise<Built> {
  const { cataloguePath } = builtPaths(resolve(cwd, env['GATEHOUSE_OUT'] || 'dist'));
  try {
    const catalogue = JSON.parse(await readFile(cataloguePath, 'utf8')) as Partial<Catalogue>;
    const { forms = {}, entries = {}, channels = null } = catalogue;
    return { forms, entries, channels };
  } catch {
    return { forms: {}, entries: {}, channels: null };
  }
}
