import type { Migration } from 'kysely/migration';
import { pool0001 } from './0001-pool.ts';
import { privacyChoice0002 } from './0002-privacy-choice.ts';
import { journey0003 } from './0003-journey.ts';
import { behaviour0004 } from './0004-behaviour.ts';

/** Every migration of the SQLite pool by its name; names sort in the order they run. Permanent once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-pool': pool0001,
  '0002-privacy-choice': privacyChoice0002,
  '0003-journey': journey0003,
  '0004-behaviour': behaviour0004,
};
