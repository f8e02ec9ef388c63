import type { Log } from '../core/ports/app.ts';
import type { Relay } from './create-relay.ts';

export interface RunRelayOptions {
  readonly relay: Relay;
  readonly log: Log;
  /** Runs a task later; what it returns calls it off. */
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Between the end of one drain and the start of the next. */
  readonly intervalMs?: number | undefined;
}

export interface RunningRelay {
  /** Takes nothing new and resolves when all that is under way is settled. */
  stop(): Promise<void>;
}

/** After a drain that failed; the pool needs the rest more than the mails need the second. */
const PAUSE_FACTOR = 10;

/** Drains the outbox again and again until stopped. */
export function runRelay({ relay, log, schedule, intervalMs = 1000 }: RunRelayOptions): RunningRelay {
  const stopping = new AbortController();
  let drain: Promise<void> = Promise.resolve();
  let cancel = schedule(start, 0);

  return {
    async stop() {
      stopping.abort();
      cancel();
      await drain;
    },
  };

  function start(): void {
    drain = drainAndGoOn();
  }

  async function drainAndGoOn(): Promise<void> {
    let pauseMs = intervalMs;
    try {
      await relay.drainOnce({ signal: stopping.signal });
    } catch (error) {
      log('error', 'drain_failed', { error: error instanceof Error ? error.name : typeof error });
      pauseMs *= PAUSE_FACTOR;
    }
    if (!stopping.signal.aborted) cancel = schedule(start, pauseMs);
  }
}
