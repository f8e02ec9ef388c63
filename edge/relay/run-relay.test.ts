import { beforeEach, describe, expect, test } from 'vitest';
import type { Relay } from './create-relay.ts';
import { runRelay } from './run-relay.ts';

const EMPTY = { done: 0, retry: 0, dead: 0, unknown: 0, isMoreDue: false };

let scheduled: { task: () => void; ms: number }[];
let events: string[];
beforeEach(() => {
  scheduled = [];
  events = [];
});

function schedule(task: () => void, ms: number): () => void {
  const entry = { task, ms };
  scheduled.push(entry);
  return () => {
    scheduled = scheduled.filter((one) => one !== entry);
  };
}

const run = (drainOnce: Relay['drainOnce']) =>
  runRelay({ relay: { drainOnce }, schedule, log: (_, event) => events.push(event), intervalMs: 1000 });

/** Lets the one scheduled task begin and everything that follows at once settle. */
async function tick(): Promise<void> {
  const [next] = scheduled.splice(0, 1);
  next?.task();
  await new Promise((resolve) => setImmediate(resolve));
}

describe('the running relay', () => {
  test('drains at once and then once an interval, one drain after the other', async () => {
    let drains = 0;
    run(async () => {
      drains += 1;
      return EMPTY;
    });
    expect(scheduled.map(({ ms }) => ms)).toEqual([0]);
    await tick();
    await tick();
    expect(drains).toBe(2);
    expect(scheduled.map(({ ms }) => ms)).toEqual([1000]);
  });

  test('takes a backlog in batches with short rests between', async () => {
    const asked: unknown[] = [];
    run(async ({ maxBatches } = {}) => {
      asked.push(maxBatches);
      return { ...EMPTY, done: 16, isMoreDue: true };
    });
    await tick();
    expect(scheduled.map(({ ms }) => ms)).toEqual([50]);
    expect(asked).toEqual([1]);
  });

  test('goes on after a drain that failed, and rests longer before', async () => {
    run(() => Promise.reject(new Error('locked')));
    await tick();
    expect(events).toEqual(['drain_failed']);
    expect(scheduled.map(({ ms }) => ms)).toEqual([10_000]);
  });

  test('stops when what is under way is settled, and leaves no timer behind', async () => {
    let finish = (): void => {};
    const running = run(async ({ signal } = {}) => {
      await new Promise<void>((resolve) => (finish = resolve));
      events.push(signal?.aborted ? 'told to stop' : 'not told');
      return EMPTY;
    });
    await tick();
    const stopped = running.stop().then(() => events.push('stopped'));
    finish();
    await stopped;
    expect(events).toEqual(['told to stop', 'stopped']);
    expect(scheduled).toEqual([]);
  });

  test('stops before its first drain', async () => {
    await run(() => Promise.reject(new Error('never'))).stop();
    expect(scheduled).toEqual([]);
  });
});
