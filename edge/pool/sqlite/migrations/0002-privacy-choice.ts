import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When the visitor chose what the site may do. */
export const privacyChoice0002: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table registration add column chosen_at integer`.execute(db);
  },
};
