import type { OutboxTopic } from '../core/ports/outbox-topic.ts';

/** What people may do with a registration that was stored but not forwarded. */
export interface Quarantine {
  /**
   * Accepts a quarantined registration, moves its count and queues its deliveries, all or nothing.
   * @throws {PoolUnavailable}
   */
  release(request: ReleaseRequest): Promise<ReleaseResult>;
}

export interface ReleaseRequest {
  readonly id: string;
  readonly at: number;
  /** What is to be delivered now. */
  readonly outbox: readonly OutboxTopic[];
}

export type ReleaseResult = 'released' | 'not_quarantined' | 'unknown';
