import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What visitors who agreed to it did before they registered. */
export const journey0003: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table journey (
      registration_id integer primary key references registration (id),
      contents text not null check (json_valid(contents))
    ) strict`.execute(db);
  },
};
