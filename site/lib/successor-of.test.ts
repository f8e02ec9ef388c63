import { expect, test } from 'vitest';
import { successorOf } from './successor-of.ts';

const entry = (id: string, successor?: string) => ({
  id,
  kind: 'whitepapers' as const,
  data: { successor },
});

test('leads to the entry that took the place of one that expired, also of another kind', () => {
  const next = entry('whitepapers/next');
  const campaign = { ...entry('landing/spring'), kind: 'landing' as const };
  const open = [next, campaign];
  expect(successorOf(entry('whitepapers/old', 'next'), { open, expired: [] })).toBe(next);
  expect(successorOf(entry('whitepapers/old', 'landing/spring'), { open, expired: [] })).toBe(campaign);
});

test('passes over successors that have expired themselves', () => {
  const open = [entry('whitepapers/third')];
  const expired = [entry('whitepapers/second', 'third')];
  expect(successorOf(entry('whitepapers/first', 'second'), { open, expired })).toBe(open[0]);
});

test('leads nowhere without a successor, to one that is not out yet, and around in circles', () => {
  const circle = [entry('whitepapers/a', 'b'), entry('whitepapers/b', 'a')];
  expect(successorOf(entry('whitepapers/old'), { open: circle, expired: [] })).toBeUndefined();
  expect(successorOf(entry('whitepapers/old', 'planned'), { open: [], expired: circle })).toBeUndefined();
  expect(successorOf(circle[0]!, { open: [], expired: circle })).toBeUndefined();
});
