import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { BehaviourEvent } from '../../core/ports/behaviour-event.ts';
import type { BehaviourBatch, CountApart } from '../../core/ports/pool.ts';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import { createInsertRows } from './insert-rows.node.ts';
import type { Session } from './session.node.ts';

/** What visitors did after they registered; the statements run inside a running transaction. */
export interface BehaviourStore {
  record(batch: BehaviourBatch): 'stored' | 'unknown';
  countApart(count: CountApart): void;
}

export function createBehaviourStore(database: DatabaseSync, session: Session): BehaviourStore {
  const findRegistration = database.prepare('select id from registration where public_id = ?');
  const countEvents = database.prepare('select count(*) as n from event where registration_id = ?');
  const has = database.prepare('select 1 from event where registration_id = ? and id = ?');
  const insertRows = createInsertRows(database, {
    into: 'event (registration_id, id, at, type, path_id, seconds, depth, what)',
    row: '(?, ?, ?, ?, ?, ?, ?, ?)',
    // The same in any order: of two sendings the earlier time and the larger figures are the truer ones.
    onConflict: `on conflict do update set at = min(at, excluded.at),
      seconds = max(seconds, excluded.seconds), depth = max(depth, excluded.depth)
      where type = excluded.type and path_id is excluded.path_id`,
  });
  // Counting takes the longer the more there is, so it is done anew only where the limit may be reached. What another
  // process adds meanwhile is not seen: the limit keeps a registration from growing for ever, and is no exact science.
  const counted = new Map<number, number>();
  const addApart = database.prepare(
    'insert into counted_apart (day, what, why, n) values (?, ?, ?, ?) on conflict do update set n = n + excluded.n',
  );

  return {
    record({ registration, at, events, maxEvents }) {
      const publicId = decodeRegistrationId(registration);
      const found = publicId === null ? undefined : findRegistration.get(publicId);
      if (found === undefined) return 'unknown';
      const rowId = Number(found['id']);
      const kept = withinLimit(rowId, { events, maxEvents });
      insertRows(kept.map((event) => [rowId, ...valuesOf(event, session)]));
      const left = events.length - kept.length;
      if (left > 0) addApart.run(dayOf(at), 'events', 'too_many', left);
      return 'stored';
    },
    countApart({ what, why, at }) {
      addApart.run(dayOf(at), what, why, 1);
    },
  };

  /** Where there is room for all, nobody looks which of them are there already. */
  function withinLimit(
    rowId: number,
    { events, maxEvents }: Pick<BehaviourBatch, 'events' | 'maxEvents'>,
  ): readonly BehaviourEvent[] {
    const atMost = (counted.get(rowId) ?? count(rowId)) + events.length;
    if (counted.size > MAX_COUNTED) counted.clear();
    counted.set(rowId, atMost);
    if (atMost <= maxEvents) return events;
    let room = maxEvents - count(rowId);
    return events.filter(({ id }) => {
      if (has.get(rowId, id) !== undefined) return true;
      room -= 1;
      return room >= 0;
    });
  }

  function count(rowId: number): number {
    return Number(countEvents.get(rowId)?.['n']);
  }
}

const MAX_COUNTED = 10_000;
const MS_PER_DAY = 86_400_000;

function dayOf(at: number): number {
  return Math.floor(at / MS_PER_DAY);
}

function valuesOf(event: BehaviourEvent, session: Session): SQLInputValue[] {
  if (event.type === 'visit') {
    return [event.id, event.touch.at, event.type, null, null, null, JSON.stringify(event.touch)];
  }
  const head = [event.id, event.at, event.type, session.termId(event.path)];
  return event.type === 'view'
    ? [...head, event.seconds, event.depth, null]
    : [...head, null, null, event.what];
}
