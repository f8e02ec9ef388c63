import type { OutboxTopic } from './outbox-topic.ts';
import type { StoredRegistration } from './pool.ts';

/** The durable to-do list that the relay works off. */
export interface Outbox {
  /** Takes due deliveries, oldest first, so that no other relay takes them before `leaseMs` have passed. */
  claim(request: { now: number; leaseMs: number; limit: number }): Promise<readonly Delivery[]>;
  /** Records the outcome; a lease that was lost in the meantime changes nothing and answers false. */
  settle(delivery: Delivery, outcome: DeliveryOutcome, now: number): Promise<boolean>;
}

export interface Delivery {
  /** Row id; with the registration's id, the idempotency key towards the destination. */
  readonly outboxId: number;
  /** Fencing token of this claim. */
  readonly lease: number;
  readonly topic: OutboxTopic;
  /** Attempts before this one. */
  readonly attempts: number;
  /** When the row was queued, ms. */
  readonly queuedAt: number;
  /** When it was first claimed, ms; `now` of this claim if never before. */
  readonly firstClaimedAt: number;
  readonly registration: StoredRegistration;
}

/** What a forwarder makes of one delivery; it throws only for bugs. */
export type ForwardResult =
  | { readonly result: 'ok'; /** The destination's own id. */ readonly receipt?: string | undefined }
  | { readonly result: 'retry'; readonly reason: string; readonly afterMs?: number | undefined }
  /** `unknown`: it may have been delivered, and trying again could double it. */
  | { readonly result: 'dead' | 'unknown'; readonly reason: string };

export type DeliveryOutcome =
  | { readonly state: 'done'; readonly receipt: string | null }
  | { readonly state: 'retry'; readonly dueAt: number; readonly reason: string }
  /** `unknown`: it may have been delivered, and trying again could double it. */
  | { readonly state: 'dead' | 'unknown'; readonly reason: string };
