import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BehaviourEvent } from '../core/ports/behaviour-event.ts';
import type { Outbox } from '../core/ports/outbox.ts';
import { type Pool, PoolUnavailable } from '../core/ports/pool.ts';
import type { PoolReader } from './pool-reader.ts';
import type { Quarantine } from './quarantine.ts';
import type { Reattribution } from './reattribution.ts';
import {
  SAMPLE_TIME,
  sampleBehaviour,
  sampleCapture,
  sampleId,
  sampleIdentity,
  sampleView,
} from './sample-capture.suite.ts';

/** A fresh, empty pool, and what stands behind it. */
export interface PoolUnderTest {
  readonly pool: Pool;
  readonly outbox: Outbox;
  readonly quarantine: Quarantine;
  readonly reattribution: Reattribution;
  readonly reader: PoolReader;
  dispose(): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What every driver of the pool does. */
export function testPool({ createPool }: { createPool: () => Promise<PoolUnderTest> }): void {
  let it: PoolUnderTest;
  beforeEach(async () => {
    it = await createPool();
  });
  afterEach(async () => {
    await it.dispose();
  });

  const tally = async (): Promise<Record<string, number>> => {
    const { tally: rows } = await it.reader.counts();
    return Object.fromEntries(
      rows.map(({ outcome, reason, n }) => [reason ? `${outcome} ${reason}` : outcome, n]),
    );
  };
  const claim = (now = SAMPLE_TIME, limit = 100) => it.outbox.claim({ now, leaseMs: MINUTE, limit });

  describe('capture', () => {
    test('stores every part of a registration and gives it back', async () => {
      const journey = JSON.stringify({ touches: [], views: [], acts: [] });
      const capture = sampleCapture('a', { chosenAt: SAMPLE_TIME - HOUR, journey });
      expect(await it.pool.capture(capture)).toEqual({
        outcome: 'created',
        id: capture.id,
        status: 'accepted',
      });
      const { fingerprint: _, identities: __, outbox: ___, journey: ____, ...stored } = capture;
      expect(await it.pool.findRegistration(capture.id)).toEqual(stored);
    });

    test('stores a registration of which little is known', async () => {
      const touch = {
        at: SAMPLE_TIME,
        landingUrl: null,
        referrer: null,
        utm: {},
        clickIds: {},
        variant: null,
      };
      const capture = sampleCapture('a', { touch, geo: null, consents: [], identities: [], outbox: [] });
      await it.pool.capture(capture);
      expect(await it.pool.findRegistration(capture.id)).toMatchObject({ touch, geo: null, consents: [] });
    });

    test('replays the same submission without a second row', async () => {
      await it.pool.capture(sampleCapture('a'));
      const again = await it.pool.capture(sampleCapture('a', { at: SAMPLE_TIME + HOUR }));
      expect(again).toEqual({ outcome: 'replayed', id: sampleId('a'), status: 'accepted' });
      expect(await it.reader.list({ limit: 10 })).toHaveLength(1);
      expect(await claim(SAMPLE_TIME + HOUR)).toHaveLength(2);
    });

    test('refuses other contents under the same id and keeps the first', async () => {
      await it.pool.capture(sampleCapture('a'));
      const other = sampleCapture('b', { id: sampleId('a') });
      expect(await it.pool.capture(other)).toEqual({ outcome: 'mismatch' });
      expect((await it.pool.findRegistration(sampleId('a')))?.answers).toEqual(sampleCapture('a').answers);
    });

    test('replays a submission that was stored under its previous id', async () => {
      await it.pool.capture(sampleCapture('a'));
      const nextDay = sampleCapture('a', { id: sampleId('next day'), previousId: sampleId('a') });
      expect(await it.pool.capture(nextDay)).toEqual({
        outcome: 'replayed',
        id: sampleId('a'),
        status: 'accepted',
      });
    });

    test('stores a submission whose previous id is unknown or has other contents', async () => {
      await it.pool.capture(sampleCapture('a'));
      const outcomes = await Promise.all([
        it.pool.capture(sampleCapture('b', { previousId: sampleId('never') })),
        it.pool.capture(sampleCapture('c', { previousId: sampleId('a') })),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    });

    test('makes one row of 50 parallel captures of one submission', async () => {
      const results = await Promise.all(
        Array.from({ length: 50 }, () => it.pool.capture(sampleCapture('a'))),
      );
      expect(results.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'replayed')).toHaveLength(49);
      expect(await it.reader.list({ limit: 10 })).toHaveLength(1);
      expect(await claim()).toHaveLength(2);
    });

    test('stores 200 parallel captures, each once', async () => {
      const captures = Array.from({ length: 200 }, (_, n) => sampleCapture(`${n}`));
      const results = await Promise.all(captures.map((capture) => it.pool.capture(capture)));
      expect(results.every(({ outcome }) => outcome === 'created')).toBe(true);
      const ids = (await it.reader.list({ limit: 300 })).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(captures.map(({ id }) => id).toSorted());
    });

    test('hurts no other capture of the same turn when one is broken', async () => {
      const broken = sampleCapture('broken', { fingerprint: new Uint8Array(3) });
      const captures = [sampleCapture('a'), broken, sampleCapture('b'), sampleCapture('a')];
      const results = await Promise.allSettled(captures.map((capture) => it.pool.capture(capture)));
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect(await it.reader.list({ limit: 10 })).toHaveLength(2);
      expect(await it.pool.findRegistration(broken.id)).toBeNull();
      expect(await tally()).toEqual({ received: 2, accepted: 2, replayed: 1 });
    });

    test('keeps consent as it was given, refusals included', async () => {
      await it.pool.capture(sampleCapture('a'));
      expect((await it.pool.findRegistration(sampleId('a')))?.consents).toEqual(sampleCapture('a').consents);
    });

    test('knows one person by either identity', async () => {
      const [email, mobile] = [sampleIdentity('email', 'x'), sampleIdentity('mobile', 'x')];
      await it.pool.capture(sampleCapture('a', { identities: [email] }));
      await it.pool.capture(sampleCapture('b', { identities: [email, mobile] }));
      await it.pool.capture(sampleCapture('c', { identities: [mobile] }));
      await it.pool.capture(sampleCapture('d'));
      const details = await it.reader.details(sampleId('c'));
      expect(details?.siblings).toEqual([sampleId('a'), sampleId('b')]);
    });
  });

  describe('count', () => {
    test('received is accepted, quarantined and rejected together; replays are apart', async () => {
      await Promise.all([
        it.pool.capture(sampleCapture('a')),
        it.pool.capture(sampleCapture('b', { status: 'quarantined', reason: 'honeypot', outbox: [] })),
        it.pool.reject({ reason: 'invalid_answers', at: SAMPLE_TIME }),
        it.pool.reject({ reason: 'invalid_answers', at: SAMPLE_TIME + 24 * HOUR }),
        it.pool.reject({ reason: 'cross_site', at: SAMPLE_TIME }),
      ]);
      await it.pool.capture(sampleCapture('a'));
      await it.pool.capture(sampleCapture('c', { id: sampleId('a') }));
      expect(await tally()).toEqual({
        received: 6,
        accepted: 1,
        'quarantined honeypot': 1,
        'rejected invalid_answers': 2,
        'rejected cross_site': 1,
        'rejected idempotency_mismatch': 1,
        replayed: 1,
      });
      expect((await it.reader.counts()).registrations).toEqual({ accepted: 1, quarantined: 1 });
    });
  });

  describe('find', () => {
    test.each(['', 'nothing', sampleId('unknown'), sampleId('a').toUpperCase()])(
      'knows no %j',
      async (id) => {
        await it.pool.capture(sampleCapture('a'));
        expect(await it.pool.findRegistration(id)).toBeNull();
      },
    );
  });

  describe('quarantine', () => {
    const quarantined = sampleCapture('q', { status: 'quarantined', reason: 'too_fast', outbox: [] });
    const release = {
      id: quarantined.id,
      at: SAMPLE_TIME + HOUR,
      outbox: ['mail.download', 'mail.owner'] as const,
    };

    test('holds back every delivery', async () => {
      await it.pool.capture(quarantined);
      expect(await claim(SAMPLE_TIME + 24 * HOUR)).toEqual([]);
    });

    test('is left once: accepted, counted as such, delivered', async () => {
      await it.pool.capture(quarantined);
      const results = await Promise.all([it.quarantine.release(release), it.quarantine.release(release)]);
      expect(results).toEqual(['released', 'not_quarantined']);
      expect(await it.pool.findRegistration(quarantined.id)).toMatchObject({
        status: 'accepted',
        reason: 'too_fast',
      });
      expect(await tally()).toEqual({ received: 1, accepted: 1 });
      expect(await claim(release.at)).toHaveLength(2);
    });

    test('answers a replay with the status of now', async () => {
      await it.pool.capture(quarantined);
      expect(await it.pool.capture(quarantined)).toMatchObject({
        outcome: 'replayed',
        status: 'quarantined',
      });
      await it.quarantine.release(release);
      expect(await it.pool.capture(quarantined)).toMatchObject({ outcome: 'replayed', status: 'accepted' });
    });

    test('releases no registration that is unknown', async () => {
      expect(await it.quarantine.release({ ...release, id: sampleId('unknown') })).toBe('unknown');
    });
  });

  describe('behaviour', () => {
    const { touch } = sampleCapture('a');
    const visit: BehaviourEvent = { type: 'visit', id: 'v-1', touch: { ...touch, at: SAMPLE_TIME + 500 } };
    const click: BehaviourEvent = {
      type: 'cta',
      id: 'c-1',
      at: SAMPLE_TIME + 2000,
      path: '/zh/cases/',
      what: '预约样品测试',
    };
    const record = (events: readonly BehaviourEvent[], seed = 'a') =>
      it.pool.recordBehaviour(sampleBehaviour(seed, events));
    const behaviourOf = async (seed: string) => (await it.reader.details(sampleId(seed)))?.behaviour;

    test('is kept with its registration and told in its order', async () => {
      await Promise.all(['a', 'b'].map((seed) => it.pool.capture(sampleCapture(seed))));
      expect(await record([click, sampleView('p-1'), visit])).toBe('stored');
      const { type: _, id: __, ...view } = sampleView('p-1');
      const { id: ___, ...act } = click;
      expect(await behaviourOf('a')).toEqual({
        touches: [{ ...touch, at: SAMPLE_TIME + 500 }],
        views: [view],
        acts: [act],
      });
      expect(await behaviourOf('b')).toEqual({ touches: [], views: [], acts: [] });
    });

    test('is stored once, with the larger figures of a view that comes again', async () => {
      await it.pool.capture(sampleCapture('a'));
      await record([visit, click, sampleView('p-1', { seconds: 30, depth: 20 })]);
      await record([visit, click, sampleView('p-1', { seconds: 5, depth: 90, at: SAMPLE_TIME })]);
      const stored = await behaviourOf('a');
      expect(stored?.touches).toHaveLength(1);
      expect(stored?.acts).toHaveLength(1);
      expect(stored?.views).toMatchObject([{ seconds: 30, depth: 90, at: SAMPLE_TIME }]);
    });

    test('comes to the same whatever the order, and however often it is sent', async () => {
      const rows = fc.uniqueArray(
        fc.record({ id: fc.stringMatching(/^[a-z0-9.-]{1,4}$/), path: fc.constantFrom('/zh/', '/en/') }),
        { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
      );
      const sendings = rows.chain((pages) =>
        fc.array(
          fc.array(
            fc.record({
              page: fc.constantFrom(...pages),
              at: fc.integer({ min: SAMPLE_TIME, max: SAMPLE_TIME + 9 }),
              seconds: fc.nat(99),
              depth: fc.nat(100),
            }),
            { maxLength: 5 },
          ),
          { maxLength: 6 },
        ),
      );
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(sendings, fc.infiniteStream(fc.nat()), async (batches, dice) => {
          const [one, other] = [`one ${(runs += 1)}`, `other ${runs}`];
          await Promise.all([one, other].map((seed) => it.pool.capture(sampleCapture(seed))));
          const events = batches.map((batch) =>
            batch.map(({ page, ...view }) => sampleView(page.id, { path: page.path, ...view })),
          );
          const again = [...events, ...events].toSorted(() => (Number(dice.next().value) % 3) - 1);
          for (const batch of events) await record(batch, one);
          await Promise.all(again.map((batch) => record(batch.toReversed(), other)));
          expect(await behaviourOf(other)).toEqual(await behaviourOf(one));
        }),
        { numRuns: 25 },
      );
    });

    test('goes with no registration that is unknown', async () => {
      expect(await record([click], 'unknown')).toBe('unknown');
      expect(await it.pool.recordBehaviour(sampleBehaviour('a', [], { registration: 'x' }))).toBe('unknown');
    });

    test('is left out beyond the limit, and that is counted; what is there still grows', async () => {
      await it.pool.capture(sampleCapture('a'));
      const views = ['p-1', 'p-2', 'p-3'].map((id) => sampleView(id));
      await it.pool.recordBehaviour(sampleBehaviour('a', views, { maxEvents: 2 }));
      const grown = [sampleView('p-4'), sampleView('p-1', { seconds: 77 })];
      await it.pool.recordBehaviour(sampleBehaviour('a', grown, { maxEvents: 2 }));
      expect((await behaviourOf('a'))?.views.map(({ seconds }) => seconds)).toEqual([77, 10]);
      expect((await it.reader.counts()).apart).toEqual([{ what: 'events', why: 'too_many', n: 2 }]);
    });

    test('of machines is counted apart, and no part of what was received', async () => {
      const apart = { what: 'download', why: 'preview', at: SAMPLE_TIME } as const;
      await Promise.all([
        it.pool.countApart(apart),
        it.pool.countApart({ ...apart, at: SAMPLE_TIME + 24 * HOUR }),
        it.pool.countApart({ ...apart, what: 'known', why: 'bot' }),
      ]);
      expect((await it.reader.counts()).apart).toEqual([
        { what: 'download', why: 'preview', n: 2 },
        { what: 'known', why: 'bot', n: 1 },
      ]);
      expect(await tally()).toEqual({});
    });
  });

  describe('reattribution', () => {
    const before = sampleCapture('a').attribution;
    const after = { ...before, source: 'bing', campaign: null, rulesVersion: '2-89abcdef' };
    const request = (at: number, attribution: typeof before, id = sampleId('a')) =>
      it.reattribution.reattribute({ at, attributions: [{ id, attribution }] });

    test('takes the place of what was derived before, which stays readable', async () => {
      await Promise.all(['a', 'b'].map((seed) => it.pool.capture(sampleCapture(seed))));
      expect(await request(SAMPLE_TIME + HOUR, after)).toBe(1);
      expect((await it.pool.findRegistration(sampleId('a')))?.attribution).toEqual(after);
      expect((await it.pool.findRegistration(sampleId('b')))?.attribution).toEqual(before);
      expect(await request(SAMPLE_TIME + 2 * HOUR, before)).toBe(1);
      expect((await it.reader.details(sampleId('a')))?.formerAttributions).toEqual([
        { attribution: after, replacedAt: SAMPLE_TIME + 2 * HOUR },
        { attribution: before, replacedAt: SAMPLE_TIME + HOUR },
      ]);
      expect((await it.reader.details(sampleId('b')))?.formerAttributions).toEqual([]);
    });

    test('leaves the touch as it came', async () => {
      await it.pool.capture(sampleCapture('a'));
      await request(SAMPLE_TIME, after);
      expect((await it.pool.findRegistration(sampleId('a')))?.touch).toEqual(sampleCapture('a').touch);
    });

    test('changes nothing where it says the same, or where there is nothing', async () => {
      await it.pool.capture(sampleCapture('a'));
      expect(await request(SAMPLE_TIME, before)).toBe(0);
      expect(await request(SAMPLE_TIME, after, sampleId('unknown'))).toBe(0);
      expect(await request(SAMPLE_TIME, after, 'nothing')).toBe(0);
      expect((await it.reader.details(sampleId('a')))?.formerAttributions).toEqual([]);
    });
  });

  describe('outbox', () => {
    test('hands out what is due, oldest first, with its registration', async () => {
      await it.pool.capture(sampleCapture('late', { at: SAMPLE_TIME + MINUTE }));
      await it.pool.capture(sampleCapture('early'));
      const deliveries = await claim(SAMPLE_TIME + MINUTE);
      expect(deliveries.map(({ registration, topic }) => [registration.id, topic])).toEqual([
        [sampleId('early'), 'mail.download'],
        [sampleId('early'), 'mail.owner'],
        [sampleId('late'), 'mail.download'],
        [sampleId('late'), 'mail.owner'],
      ]);
      expect(deliveries[0]).toMatchObject({ attempts: 0, queuedAt: SAMPLE_TIME });
      expect(deliveries[0]?.registration).toEqual(await it.pool.findRegistration(sampleId('early')));
    });

    test('hands out a confirmation as it was queued', async () => {
      await it.pool.capture(sampleCapture('a', { outbox: ['mail.confirmation', 'mail.owner'] }));
      const topics = (await claim()).map(({ topic }) => topic);
      expect(topics).toEqual(['mail.confirmation', 'mail.owner']);
    });

    test('hands out nothing before it is due', async () => {
      await it.pool.capture(sampleCapture('a', { at: SAMPLE_TIME + 1 }));
      expect(await claim(SAMPLE_TIME)).toEqual([]);
    });

    test('gives no more than asked for', async () => {
      await it.pool.capture(sampleCapture('a'));
      expect(await claim(SAMPLE_TIME, 1)).toHaveLength(1);
      expect(await claim(SAMPLE_TIME, 5)).toHaveLength(1);
    });

    test('never gives one delivery to two relays', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, n) => it.pool.capture(sampleCapture(`${n}`))));
      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(SAMPLE_TIME, 7)));
      const ids = claims.flat().map(({ outboxId }) => outboxId);
      expect(ids).toHaveLength(40);
      expect(new Set(ids).size).toBe(40);
    });

    test('hands a delivery out again when its lease has passed, and says so', async () => {
      await it.pool.capture(sampleCapture('a', { outbox: ['mail.download'] }));
      const [first] = await claim();
      expect(await claim(SAMPLE_TIME + MINUTE - 1)).toEqual([]);
      const [second] = await claim(SAMPLE_TIME + MINUTE);
      expect(second).toMatchObject({ outboxId: first?.outboxId, attempts: 1, firstClaimedAt: SAMPLE_TIME });
    });

    test('takes an outcome only under the latest lease, and once', async () => {
      await it.pool.capture(sampleCapture('a', { outbox: ['mail.download'] }));
      const [lost] = await claim();
      const [held] = await claim(SAMPLE_TIME + MINUTE);
      if (!lost || !held) throw new Error('nothing was claimed');
      const done = { state: 'done', receipt: 'r-1' } as const;
      expect(await it.outbox.settle(lost, { state: 'dead', reason: 'no_address' }, SAMPLE_TIME)).toBe(false);
      expect(await it.outbox.settle(held, done, SAMPLE_TIME)).toBe(true);
      expect(await it.outbox.settle(held, done, SAMPLE_TIME)).toBe(false);
      expect(await claim(SAMPLE_TIME + 48 * HOUR)).toEqual([]);
      expect((await it.reader.details(sampleId('a')))?.deliveries).toMatchObject([
        { state: 'done', note: 'r-1' },
      ]);
    });

    test('waits with a retry until it is due', async () => {
      await it.pool.capture(sampleCapture('a', { outbox: ['mail.download'] }));
      const [delivery] = await claim();
      if (!delivery) throw new Error('nothing was claimed');
      const dueAt = SAMPLE_TIME + HOUR;
      const retry = { state: 'retry', dueAt, reason: 'http_503' } as const;
      expect(await it.outbox.settle(delivery, retry, SAMPLE_TIME)).toBe(true);
      expect(await it.outbox.settle(delivery, retry, SAMPLE_TIME)).toBe(false);
      expect(await claim(dueAt - 1)).toEqual([]);
      expect(await claim(dueAt)).toMatchObject([{ attempts: 1 }]);
    });

    test.each(['dead', 'unknown'] as const)('never hands out what is %s', async (state) => {
      await it.pool.capture(sampleCapture('a', { outbox: ['mail.owner'] }));
      const [delivery] = await claim();
      if (!delivery) throw new Error('nothing was claimed');
      await it.outbox.settle(delivery, { state, reason: 'why' }, SAMPLE_TIME);
      expect(await claim(SAMPLE_TIME + 48 * HOUR)).toEqual([]);
      const listed = await it.reader.deliveries({ states: [state], limit: 5 });
      expect(listed).toMatchObject([{ registrationId: sampleId('a'), state, note: 'why' }]);
    });
  });

  describe('download mail', () => {
    const request = (at: number, id = sampleId('a')) =>
      it.pool.requestDownloadMail({ id, at, minGapMs: 30_000, maxPerDay: 3 });

    test('is queued again after the gap, and not before', async () => {
      await it.pool.capture(sampleCapture('a'));
      expect(await request(SAMPLE_TIME + 29_999)).toBe('limited');
      expect(await request(SAMPLE_TIME + 30_000)).toBe('queued');
      expect(await request(SAMPLE_TIME + 30_001)).toBe('limited');
      const topics = (await claim(SAMPLE_TIME + 30_000)).map(({ topic }) => topic);
      expect(topics.toSorted()).toEqual(['mail.download', 'mail.download', 'mail.owner']);
    });

    test('goes out only so often within 24 hours', async () => {
      await it.pool.capture(sampleCapture('a'));
      expect(await request(SAMPLE_TIME + HOUR)).toBe('queued');
      expect(await request(SAMPLE_TIME + 2 * HOUR)).toBe('queued');
      expect(await request(SAMPLE_TIME + 3 * HOUR)).toBe('limited');
      expect(await request(SAMPLE_TIME + 24 * HOUR)).toBe('queued');
    });

    test('is queued once by 20 parallel requests', async () => {
      await it.pool.capture(sampleCapture('a'));
      const answers = await Promise.all(Array.from({ length: 20 }, () => request(SAMPLE_TIME + HOUR)));
      expect(answers.filter((answer) => answer === 'queued')).toHaveLength(1);
    });

    test('is not sent for an unknown or quarantined registration', async () => {
      await it.pool.capture(sampleCapture('q', { status: 'quarantined', reason: 'honeypot', outbox: [] }));
      expect(await request(SAMPLE_TIME, sampleId('unknown'))).toBe('unknown');
      expect(await request(SAMPLE_TIME, sampleId('q'))).toBe('unknown');
    });
  });

  describe('life', () => {
    test('answers a ping', async () => {
      await expect(it.pool.ping()).resolves.toBeUndefined();
    });

    test('refuses as unavailable once it is closed', async () => {
      await it.pool.close();
      await expect(it.pool.capture(sampleCapture('a'))).rejects.toThrow(PoolUnavailable);
      await expect(it.pool.findRegistration(sampleId('a'))).rejects.toThrow(PoolUnavailable);
      await expect(it.pool.ping()).rejects.toThrow(PoolUnavailable);
    });
  });
}
