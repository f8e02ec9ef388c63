import type { Clock, Log } from '../core/ports/app.ts';
import type { MailForwarder } from '../core/ports/mail.ts';
import type { Delivery, DeliveryOutcome, ForwardResult, Outbox } from '../core/ports/outbox.ts';
import { composeMail, type ComposeOptions } from './compose-mail.ts';
import { isDoubtful, nextOutcome } from './next-outcome.ts';

export interface RelayOptions extends ComposeOptions {
  readonly outbox: Outbox;
  readonly forwarder: MailForwarder;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

export interface Relay {
  /**
   * Works off what is due, batch by batch, and answers how it ended. Once `signal` is aborted it takes nothing new and
   * finishes what it holds.
   * @throws {PoolUnavailable} when the outbox can't be read
   */
  drainOnce(options?: DrainOptions): Promise<DrainReport>;
}

export interface DrainOptions {
  readonly signal?: AbortSignal | undefined;
  /** All that is due, unless told. */
  readonly maxBatches?: number | undefined;
}

export interface DrainReport extends Readonly<Record<DeliveryOutcome['state'], number>> {
  /** The last batch was full, so more may be due. */
  readonly isMoreDue: boolean;
}

/** So many deliveries are under way at once. */
const BATCH = 16;
/** Longer than a batch can take, so that no other relay takes over what is merely slow. */
const LEASE_MS = 120_000;

/** Delivers what registrations have queued; a delivery that fails delays no other. */
export function createRelay(options: RelayOptions): Relay {
  const { outbox, clock, log } = options;

  return {
    async drainOnce({ signal, maxBatches = Infinity } = {}) {
      const report = { done: 0, retry: 0, dead: 0, unknown: 0, isMoreDue: true };
      for (let batch = 0; batch < maxBatches && report.isMoreDue && !signal?.aborted; batch += 1) {
        const deliveries = await outbox.claim({ now: clock(), leaseMs: LEASE_MS, limit: BATCH });
        report.isMoreDue = deliveries.length === BATCH;
        const states = await Promise.all(deliveries.map(workOff));
        for (const state of states) if (state !== null) report[state] += 1;
      }
      return report;
    },
  };

  async function workOff(delivery: Delivery): Promise<DeliveryOutcome['state'] | null> {
    const outcome = await attempt(delivery, options);
    const { outboxId, topic, attempts } = delivery;
    const facts = { outboxId, topic, attempt: attempts + 1, state: outcome.state };
    const reason = outcome.state === 'done' ? null : outcome.reason;
    log(outcome.state === 'done' ? 'info' : 'warn', 'delivery', { ...facts, reason });
    try {
      return (await outbox.settle(delivery, outcome, clock())) ? outcome.state : null;
    } catch (error) {
      // The lease runs out and the delivery comes again, under the same idempotency key.
      log('error', 'delivery_not_settled', { ...facts, error: nameOf(error) });
      return null;
    }
  }
}

async function attempt(delivery: Delivery, options: RelayOptions): Promise<DeliveryOutcome> {
  const { forwarder, clock, random } = options;
  const { idempotentForMs } = forwarder;
  if (delivery.attempts > 0 && isDoubtful({ delivery, now: clock(), idempotentForMs })) {
    return { state: 'unknown', reason: 'too late to try again without the risk of a second mail' };
  }
  const result = await forward(delivery, options);
  return nextOutcome(result, { delivery, now: clock(), random, idempotentForMs });
}

async function forward(delivery: Delivery, options: RelayOptions): Promise<ForwardResult> {
  try {
    const mail = await composeMail(delivery, options);
    if ('undeliverable' in mail) return { result: 'dead', reason: mail.undeliverable };
    return await options.forwarder.send(mail, { idempotencyKey: idempotencyKeyOf(delivery) });
  } catch (error) {
    // A key missing from the ring, a template with a typo: the next release may mend it, so the delivery waits.
    return { result: 'retry', reason: `failed: ${nameOf(error)}` };
  }
}

/** Row ids begin anew in a new pool, so the registration's id stands with it. */
function idempotencyKeyOf({ outboxId, topic, registration }: Delivery): string {
  return `${String(outboxId).padStart(9, '0')}-${topic.replace('.', '-')}-${registration.id}`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
