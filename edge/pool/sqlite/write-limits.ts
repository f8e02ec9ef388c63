/** How long and how many writes wait. */
export interface WriteLimits {
  /** How long a write waits for another process before it is refused as busy. */
  readonly maxWaitMs: number;
  /** Writes that may wait at once; more are refused as busy. */
  readonly maxQueued: number;
}

export const WRITE_LIMITS: WriteLimits = { maxWaitMs: 5000, maxQueued: 10_000 };

/** Waiting inside SQLite holds up the whole thread, so it waits briefly and the queue waits the rest. */
export const BUSY_TIMEOUT_MS = 20;
