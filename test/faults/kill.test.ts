import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterAnswer } from '../../edge/contract/registration.ts';
import { decodeRegistrationId } from '../../edge/core/ports/registration-id.ts';
import { runScript } from '../support/run-script.ts';
import { serveSite } from '../support/served-site.ts';
import { BROWSER_AGENT } from '../support/browser-agent.ts';

// `npm run proof` asks for 200 rounds.
const ROUNDS = Number(process.env['GATEHOUSE_KILL_ROUNDS'] ?? 20);
const VISITORS = 12;
const MAX_LIFE_MS = 400;

let folder: string;
let env: { GATEHOUSE_OUT: string; GATEHOUSE_DATA: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-kill-'));
  env = { GATEHOUSE_OUT: join(folder, 'dist'), GATEHOUSE_DATA: join(folder, 'data') };
  await runScript('build.ts', { env });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test(
  `keeps every acknowledged registration exactly once over ${ROUNDS} kills at random instants`,
  { timeout: ROUNDS * 10_000 },
  async () => {
    const acknowledged = new Map<string, Submission>();
    let unanswered: Submission[] = [];
    let killedInFlight = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await serveSite(env);
      const life = wait(Math.random() * MAX_LIFE_MS).then(() => server.kill());
      const visitors = Array.from({ length: VISITORS }, (_, visitor) =>
        visit(server.url, {
          retries: unanswered.filter((_, index) => index % VISITORS === visitor),
          acknowledged,
        }),
      );
      unanswered = (await Promise.all(visitors)).flat();
      killedInFlight += unanswered.length;
      await life;
      checkPool(acknowledged);
    }
    await settle(unanswered, acknowledged);

    checkPool(acknowledged);
    // A busy machine is killed before it gets far.
    expect(acknowledged.size, 'the proof is empty when nothing was acknowledged').toBeGreaterThan(3 * ROUNDS);
    expect(killedInFlight, 'the proof is empty when no kill hit a request').toBeGreaterThan(0);
    expect(await runScript('pool.ts', { args: ['count'], env })).toContain('received');
    console.info(
      `${ROUNDS} kills, ${acknowledged.size} acknowledged, ${killedInFlight} cut off and sent again`,
    );
  },
);

interface Submission {
  readonly key: string;
  readonly body: string;
}

/** Registers one person after another until the server is gone; gives back what got no answer. */
async function visit(
  url: string,
  { retries, acknowledged }: { retries: Submission[]; acknowledged: Map<string, Submission> },
): Promise<Submission[]> {
  for (;;) {
    const submission = retries.shift() ?? newSubmission();
    try {
      await register(url, { submission, acknowledged });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return [submission, ...retries];
    }
  }
}

/** @throws {TypeError} when the connection broke before the answer was whole. */
async function register(
  url: string,
  { submission, acknowledged }: { submission: Submission; acknowledged: Map<string, Submission> },
): Promise<void> {
  const response = await fetch(`${url}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER_AGENT, origin: url },
    body: submission.body,
  });
  const answer = (await response.json().catch(() => {
    throw new TypeError('the answer broke off');
  })) as RegisterAnswer;
  expect(response.status, JSON.stringify(answer)).toBe(201);
  acknowledged.set(answer.id, submission);
}

/** What a visitor does whose submission got no answer: send it again, under the same key. */
async function settle(unanswered: Submission[], acknowledged: Map<string, Submission>): Promise<void> {
  const server = await serveSite(env);
  for (const submission of unanswered) await register(server.url, { submission, acknowledged });
  await server.stop();
}

function newSubmission(): Submission {
  const key = crypto.randomUUID();
  const body = JSON.stringify({
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'en',
    key,
    elapsedMs: 9_000,
    landingUrl: `http://127.0.0.1/en/?utm_source=baidu&bd_vid=${key}`,
    answers: { name: 'Ada Byron', email: `${key}@factory.example`, company: 'Analytical Engines' },
    consents: { privacy: true },
  });
  return { key, body };
}

/** Reads the pool's file by itself, past all code of the driver. */
function checkPool(acknowledged: ReadonlyMap<string, Submission>): void {
  const database = new DatabaseSync(join(env.GATEHOUSE_DATA, 'pool.sqlite'), { timeout: 5_000 });
  try {
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const rows = database
      .prepare(
        `select hex(public_id) as id, count(distinct r.id) as registrations, count(distinct o.id) as deliveries,
           count(distinct o.topic) as topics, count(distinct r.landing_url) as touches
         from registration r left join outbox o on o.registration_id = r.id
         group by public_id`,
      )
      .all();
    const byId = new Map(rows.map(({ id, ...counts }) => [id as string, counts]));
    for (const id of acknowledged.keys()) {
      const hex = Buffer.from(decodeRegistrationId(id)!).toString('hex').toUpperCase();
      expect(byId.get(hex), id).toEqual({ registrations: 1, deliveries: 2, topics: 2, touches: 1 });
    }
    const { keys, contacts, registrations } = database
      .prepare(
        `select count(distinct value) as keys, count(distinct contact_id) as contacts,
           (select count(*) from registration) as registrations from identity`,
      )
      .get()!;
    // Every submission is of another person: a doubled one would show as a registration too many.
    expect({ contacts, registrations }).toEqual({ contacts: keys, registrations: keys });
  } finally {
    database.close();
  }
}
