import type { Outbox } from '../../core/ports/outbox.ts';
import type { Pool } from '../../core/ports/pool.ts';
import type { Quarantine } from '../quarantine.ts';
import type { Reattribution } from '../reattribution.ts';

/** All that a pool in an SQLite file can do. */
export interface SqlitePool extends Pool, Outbox, Quarantine, Reattribution {}
