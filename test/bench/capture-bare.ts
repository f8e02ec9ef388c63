import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';
import { serveBench } from './lib/bench-server.ts';

// What a careful person writes in an afternoon: parse, validate, three rows in one durable transaction.
const Body = z.strictObject({
  form: z.string().max(64),
  entry: z.string().max(128),
  locale: z.enum(['zh', 'en']),
  key: z.string().min(16).max(64),
  elapsedMs: z.number(),
  landingUrl: z.string().max(2048),
  referrer: z.string().max(2048),
  answers: z.object({
    name: z.string().min(1).max(80),
    email: z.email(),
    company: z.string().min(1).max(200),
    role: z.string().max(40),
  }),
  consents: z.record(z.string(), z.boolean()),
});

const database = new DatabaseSync(process.argv[2] ?? ':memory:', { timeout: 5000 });
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE contact (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT, company TEXT);
  CREATE TABLE registration (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, contact_id INTEGER NOT NULL,
    form TEXT, entry TEXT, locale TEXT, landing_url TEXT, referrer TEXT, answers TEXT, consents TEXT, at INTEGER);
  CREATE TABLE outbox (id INTEGER PRIMARY KEY, registration_id INTEGER NOT NULL, topic TEXT, due_at INTEGER);
`);
const upsertContact = database.prepare(
  'INSERT INTO contact (email, name, company) VALUES (?, ?, ?) ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id',
);
const insertRegistration = database.prepare(
  'INSERT INTO registration VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
);
const insertOutbox = database.prepare('INSERT INTO outbox VALUES (NULL, ?, ?, ?)');

const answer = getRequestListener(async (request) => {
  const parsed = Body.safeParse(await request.json());
  if (!parsed.success) return Response.json({ error: z.treeifyError(parsed.error) }, { status: 422 });
  const { answers, consents, ...body } = parsed.data;
  const at = Date.now();
  database.exec('BEGIN IMMEDIATE');
  try {
    const contact = upsertContact.get(answers.email, answers.name, answers.company);
    const { lastInsertRowid } = insertRegistration.run(
      body.key,
      Number(contact?.['id']),
      body.form,
      body.entry,
      body.locale,
      body.landingUrl,
      body.referrer,
      JSON.stringify(answers),
      JSON.stringify(consents),
      at,
    );
    insertOutbox.run(lastInsertRowid, 'mail', at);
    database.exec('COMMIT');
    return Response.json({ id: Number(lastInsertRowid) }, { status: 201 });
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
});
serveBench(createServer((request, response) => void answer(request, response)));
