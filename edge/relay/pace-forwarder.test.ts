import { expect, test } from 'vitest';
import { SAMPLE_MAIL } from './mail-forwarder.suite.ts';
import { paceForwarder } from './pace-forwarder.ts';

test('starts no more sends a second than allowed, and none later than needed', async () => {
  let now = 10_000;
  const slept: number[] = [];
  const forwarder = paceForwarder({
    forwarder: { name: 'test', idempotentForMs: 5, send: async () => ({ result: 'ok' }) },
    perSecond: 2,
    elapsed: () => now,
    sleep: async (ms) => void slept.push(ms),
  });
  const send = () => forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'k' });
  await Promise.all([send(), send(), send()]);
  expect(slept).toEqual([500, 1000]);
  now += 1200;
  await send();
  expect(slept).toEqual([500, 1000, 300]);
  now += 5000;
  await send();
  expect(slept).toHaveLength(3);
  expect(forwarder).toMatchObject({ name: 'test', idempotentForMs: 5 });
});
