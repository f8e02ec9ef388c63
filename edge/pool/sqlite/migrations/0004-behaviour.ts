import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What visitors who agreed to it did after they registered, and a count of what machines asked for. */
export const behaviour0004: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // What belongs to one registration lies side by side, and needs no index besides.
  `create table event (
    registration_id integer not null references registration (id),
    id text not null,
    at integer not null,
    type text not null,
    path_id integer references term (id),
    seconds integer,
    depth integer,
    what text,
    primary key (registration_id, id)
  ) strict, without rowid`,
  `create table counted_apart (
    day integer not null,
    what text not null,
    why text not null,
    n integer not null check (n >= 0),
    primary key (day, what, why)
  ) strict, without rowid`,
];
