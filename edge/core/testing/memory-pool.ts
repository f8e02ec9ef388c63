import type { OutboxTopic } from '../ports/outbox-topic.ts';
import {
  PoolUnavailable,
  type BehaviourBatch,
  type Capture,
  type CaptureResult,
  type CountApart,
  type DownloadMailRequest,
  type Pool,
  type Rejection,
  type StoredRegistration,
} from '../ports/pool.ts';

/** Test support: a pool that forgets everything at the end of the test and shows all it was handed. */
export class MemoryPool implements Pool {
  readonly registrations: Map<string, Capture> = new Map();
  readonly rejections: Rejection[] = [];
  readonly outbox: { readonly registration: string; readonly topic: OutboxTopic; readonly at: number }[] = [];
  readonly mailRequests: DownloadMailRequest[] = [];
  readonly batches: BehaviourBatch[] = [];
  readonly apart: CountApart[] = [];
  replays: number = 0;
  /** Set, every call fails with it. */
  failure: Error | PoolUnavailable['reason'] | null = null;

  async capture(capture: Capture): Promise<CaptureResult> {
    this.#failIfAsked();
    const known = this.registrations.get(capture.id) ?? this.registrations.get(capture.previousId ?? '');
    if (known) {
      const isSame = known.fingerprint.every((byte, index) => byte === capture.fingerprint[index]);
      if (!isSame) {
        this.rejections.push({ reason: 'idempotency_mismatch', at: capture.at });
        return { outcome: 'mismatch' };
      }
      this.replays += 1;
      return { outcome: 'replayed', id: known.id, status: known.status };
    }
    this.registrations.set(capture.id, capture);
    for (const topic of capture.outbox) this.outbox.push({ registration: capture.id, topic, at: capture.at });
    return { outcome: 'created', id: capture.id, status: capture.status };
  }

  async reject(rejection: Rejection): Promise<void> {
    this.#failIfAsked();
    this.rejections.push(rejection);
  }

  async findRegistration(id: string): Promise<StoredRegistration | null> {
    this.#failIfAsked();
    return this.registrations.get(id) ?? null;
  }

  async requestDownloadMail(request: DownloadMailRequest): Promise<'queued' | 'limited' | 'unknown'> {
    this.#failIfAsked();
    this.mailRequests.push(request);
    const { id, at, minGapMs, maxPerDay } = request;
    if (this.registrations.get(id)?.status !== 'accepted') return 'unknown';
    const sent = this.outbox.filter(
      ({ registration, topic }) => registration === id && topic === 'mail.download',
    );
    const today = sent.filter((mail) => at - mail.at < 24 * 3_600_000);
    if (sent.some((mail) => at - mail.at < minGapMs) || today.length >= maxPerDay) return 'limited';
    this.outbox.push({ registration: id, topic: 'mail.download', at });
    return 'queued';
  }

  async recordBehaviour(batch: BehaviourBatch): Promise<'stored' | 'unknown'> {
    this.#failIfAsked();
    if (!this.registrations.has(batch.registration)) return 'unknown';
    this.batches.push(batch);
    return 'stored';
  }

  async countApart(count: CountApart): Promise<void> {
    this.#failIfAsked();
    this.apart.push(count);
  }

  async ping(): Promise<void> {
    this.#failIfAsked();
  }

  async close(): Promise<void> {}

  /** The one registration there is. */
  get only(): Capture {
    const [first, ...rest] = this.registrations.values();
    if (!first || rest.length > 0) throw new Error(`the pool holds ${this.registrations.size} registrations`);
    return first;
  }

  /** What a person does with `npm run pool -- release`. */
  release(id: string): void {
    const held = this.registrations.get(id);
    if (held) this.registrations.set(id, { ...held, status: 'accepted', reason: null });
  }

  #failIfAsked(): void {
    if (this.failure instanceof Error) throw this.failure;
    if (this.failure) throw new PoolUnavailable(this.failure);
  }
}
