import type { Kysely } from 'kysely';
import type { Act, Journey, PageView } from '../contract/journey.ts';
import type { Touch } from '../contract/touch.ts';
import type { PoolSchema } from './schema.ts';

/** What the visitor of a registration did afterwards, oldest first. */
export async function readBehaviour(db: Kysely<PoolSchema>, registrationId: number): Promise<Journey> {
  const rows = await db
    .selectFrom('event as e')
    .leftJoin('term as path', 'path.id', 'e.path_id')
    .select(['e.at', 'e.type', 'path.value as path', 'e.seconds', 'e.depth', 'e.what'])
    .where('e.registration_id', '=', registrationId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();
  const touches: Touch[] = [];
  const views: PageView[] = [];
  const acts: Act[] = [];
  for (const { type, at, path, seconds, depth, what } of rows) {
    const page = { at, path: path ?? '' };
    // The time of a visit is that of its row, where it was sent more than once.
    if (type === 'visit') touches.push({ ...(JSON.parse(what ?? '{}') as Touch), at });
    else if (type === 'view') views.push({ ...page, seconds: seconds ?? 0, depth: depth ?? 0 });
    else acts.push({ ...page, type, what: what ?? '' });
  }
  return { touches, views, acts };
}
