import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';
import { serveBench } from './lib/bench-server.ts';

// What a careful person writes in an afternoon: parse, validate, and the batch's rows in one durable transaction.
const id = z.string().regex(/^[a-z0-9.-]{1,24}$/);
const msAgo = z.number();
const path = z.string().startsWith('/').max(300);
const Body = z.strictObject({
  visitor: z.string().max(40),
  events: z
    .array(
      z.union([
        z.tuple([z.literal('visit'), id, msAgo, z.url().max(2048), z.string().max(2048), z.string().max(1)]),
        z.tuple([z.literal('view'), id, msAgo, path, z.number().min(0), z.number().min(0).max(100)]),
        z.tuple([z.enum(['cta', 'download']), id, msAgo, path, z.string().max(120)]),
      ]),
    )
    .max(100),
});

const database = new DatabaseSync(process.argv[2] ?? ':memory:', { timeout: 5000 });
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE registration (id INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE);
  CREATE TABLE event (registration_id INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER, type TEXT, path TEXT,
    seconds INTEGER, depth INTEGER, what TEXT, PRIMARY KEY (registration_id, id));
`);
const insertRegistration = database.prepare('INSERT INTO registration (token) VALUES (?)');
const findRegistration = database.prepare('SELECT id FROM registration WHERE token = ?');
const insertEvent = database.prepare(
  `INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
   SET seconds = max(seconds, excluded.seconds), depth = max(depth, excluded.depth)`,
);

const answer = getRequestListener(async (request) => {
  if (request.url.endsWith('/api/register')) {
    const visitor = crypto.randomUUID();
    insertRegistration.run(visitor);
    return Response.json({ visitor }, { status: 201 });
  }
  const parsed = Body.safeParse(JSON.parse(await request.text()));
  if (!parsed.success) return Response.json({ error: z.treeifyError(parsed.error) }, { status: 422 });
  const now = Date.now();
  database.exec('BEGIN IMMEDIATE');
  try {
    const registration = findRegistration.get(parsed.data.visitor)?.['id'] as number | undefined;
    if (registration === undefined) throw new Error('nobody');
    for (const event of parsed.data.events) {
      const [type, eventId, ago, where] = event;
      const isView = type === 'view';
      insertEvent.run(
        registration,
        eventId,
        now - ago,
        type,
        where,
        isView ? event[4] : null,
        isView ? event[5] : null,
        isView ? null : event[4],
      );
    }
    database.exec('COMMIT');
    return new Response(null, { status: 204 });
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
});
serveBench(createServer((request, response) => void answer(request, response)));
