import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextOutcome, RETRY_DELAYS_MS, RETRY_JITTER } from './next-outcome.ts';

const NOW = 1_795_500_000_000;
const HOUR = 3_600_000;
const retry = { result: 'retry', reason: 'http_503' } as const;

const context = (changes: Partial<Parameters<typeof nextOutcome>[1]> = {}) => ({
  delivery: { attempts: 0, firstClaimedAt: NOW },
  now: NOW,
  random: () => 0.5,
  idempotentForMs: undefined,
  ...changes,
});

describe('the outcome of an attempt', () => {
  test('is done with its receipt', () => {
    expect(nextOutcome({ result: 'ok', receipt: 'r' }, context())).toEqual({ state: 'done', receipt: 'r' });
    expect(nextOutcome({ result: 'ok' }, context())).toEqual({ state: 'done', receipt: null });
  });

  test.each(['dead', 'unknown'] as const)('is %s with its reason', (result) => {
    expect(nextOutcome({ result, reason: 'why' }, context())).toEqual({ state: result, reason: 'why' });
  });

  test('follows the schedule and then gives up', () => {
    const waits = Array.from({ length: 10 }, (_, attempts) => {
      const outcome = nextOutcome(retry, context({ delivery: { attempts, firstClaimedAt: NOW } }));
      return outcome.state === 'retry' ? (outcome.dueAt - NOW) / 1000 : outcome;
    });
    expect(waits).toEqual([
      5,
      300,
      1800,
      7200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      { state: 'dead', reason: 'gave up after 10 attempts: http_503' },
    ]);
  });

  test('waits the scheduled time give or take a fifth, and never less than was asked for', () => {
    const anyAttempt = {
      attempts: fc.nat({ max: RETRY_DELAYS_MS.length - 1 }),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      afterMs: fc.option(fc.nat({ max: 48 * HOUR }), { nil: undefined }),
    };
    fc.assert(
      fc.property(fc.record(anyAttempt), ({ attempts, random, afterMs }) => {
        const delivery = { attempts, firstClaimedAt: NOW };
        const outcome = nextOutcome({ ...retry, afterMs }, context({ delivery, random: () => random }));
        if (outcome.state !== 'retry') throw new Error(`ended as ${outcome.state}`);
        const waited = outcome.dueAt - NOW;
        const scheduled = RETRY_DELAYS_MS[attempts] ?? 0;
        const asked = Math.min(afterMs ?? 0, 24 * HOUR);
        expect(waited).toBeGreaterThanOrEqual(Math.max(scheduled * (1 - RETRY_JITTER), asked));
        expect(waited).toBeLessThanOrEqual(Math.ceil(Math.max(scheduled * (1 + RETRY_JITTER), asked)));
      }),
    );
  });

  test('is unknown rather than tried when the destination has forgotten the key by then', () => {
    const at17Hours = { attempts: 6, firstClaimedAt: NOW - 17 * HOUR };
    const outcome = nextOutcome(retry, context({ delivery: at17Hours, idempotentForMs: 23 * HOUR }));
    expect(outcome).toEqual({ state: 'unknown', reason: 'http_503' });
    expect(nextOutcome(retry, context({ delivery: at17Hours })).state).toBe('retry');
  });

  test('never lets a retry come after the destination has forgotten the key', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.nat({ max: 23 * HOUR }), (attempts, age) => {
        const delivery = { attempts, firstClaimedAt: NOW - age };
        const outcome = nextOutcome(retry, context({ delivery, idempotentForMs: 23 * HOUR }));
        if (outcome.state === 'retry') {
          expect(outcome.dueAt - delivery.firstClaimedAt).toBeLessThanOrEqual(23 * HOUR);
        }
      }),
    );
  });
});
