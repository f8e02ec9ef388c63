import type { MailForwarder } from '../core/ports/mail.ts';

export interface PaceOptions {
  readonly forwarder: MailForwarder;
  readonly perSecond: number;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Starts at most so many sends a second, evenly spaced, however many are asked for at once. */
export function paceForwarder({ forwarder, perSecond, elapsed, sleep }: PaceOptions): MailForwarder {
  const spacingMs = 1000 / perSecond;
  let nextStart = 0;
  return {
    ...forwarder,
    async send(mail, options) {
      const now = elapsed();
      const start = Math.max(now, nextStart);
      nextStart = start + spacingMs;
      if (start > now) await sleep(start - now);
      return forwarder.send(mail, options);
    },
  };
}
