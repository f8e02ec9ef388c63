import type { Delivery, DeliveryOutcome, ForwardResult } from '../core/ports/outbox.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits after the first, second … failed attempt. Source: Standard Webhooks, "Deliverability and reliability". */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Each wait is stretched or shortened by up to this share, so that what failed together is not retried together. */
export const RETRY_JITTER: number = 0.2;

/** A destination that asks for a longer rest gets no more than this. */
const MAX_RETRY_AFTER_MS = 24 * HOUR;

export interface AttemptContext {
  readonly delivery: Pick<Delivery, 'attempts' | 'firstClaimedAt'>;
  readonly now: number;
  /** In [0, 1). */
  readonly random: () => number;
  /** How long the destination recognises an idempotency key. */
  readonly idempotentForMs: number | undefined;
}

/** What becomes of a delivery after one attempt. */
export function nextOutcome(result: ForwardResult, context: AttemptContext): DeliveryOutcome {
  if (result.result === 'ok') return { state: 'done', receipt: result.receipt ?? null };
  const { reason } = result;
  if (result.result !== 'retry') return { state: result.result, reason };
  const { delivery, now, random } = context;
  const delayMs = RETRY_DELAYS_MS[delivery.attempts];
  if (delayMs === undefined) {
    return { state: 'dead', reason: `gave up after ${delivery.attempts + 1} attempts: ${reason}` };
  }
  const jittered = delayMs * (1 - RETRY_JITTER + 2 * RETRY_JITTER * random());
  const dueAt = now + Math.ceil(Math.max(jittered, Math.min(result.afterMs ?? 0, MAX_RETRY_AFTER_MS)));
  return isDoubtful({ ...context, now: dueAt })
    ? { state: 'unknown', reason }
    : { state: 'retry', dueAt, reason };
}

/** True where an earlier attempt may have gone through and the destination would no longer notice the second. */
export function isDoubtful({ delivery, now, idempotentForMs }: Omit<AttemptContext, 'random'>): boolean {
  return idempotentForMs !== undefined && now - delivery.firstClaimedAt > idempotentForMs;
}
