import type { DatabaseSync } from 'node:sqlite';
import type { IdentityKey } from '../../core/ports/pool.ts';

/** Whose an identity is; a contact is named by the row id of its first registration. */
export interface Identities {
  /** Null where it is nobody's. */
  readonly owner: (identity: IdentityKey) => number | null;
  readonly add: (identity: IdentityKey, contactId: number) => void;
}

/** The identities' statements, inside a running transaction. */
export function createIdentities(database: DatabaseSync): Identities {
  const find = database.prepare('select contact_id from identity where kind = ? and value = ?');
  const insert = database.prepare(
    'insert into identity (kind, value, contact_id) values (?, ?, ?) on conflict do nothing',
  );
  return {
    owner: ({ kind, index }) => (find.get(kind, index)?.['contact_id'] as number | undefined) ?? null,
    add({ kind, index }, contactId) {
      insert.run(kind, index, contactId);
    },
  };
}
