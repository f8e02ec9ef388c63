import type { Log } from '../core/ports/app.ts';
import type { Relay } from './create-relay.ts';

export interface RunRelayOptions {
  readonly relay: Relay;
  readonly log: Log;
  /** Runs a task later; what it returns calls it off. */
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Between two looks at an outbox that was worked off. */
  readonly intervalMs?: number | undefined;
}

export interface RunningRelay {
  /** Takes nothing new and resolves when all that is under way is settled. */
  stop(): Promise<void>;
}

/** Between two batches of a backlog: captures go first, deliveries get a share that delays none of them. */
const BACKLOG_PAUSE_MS = 50;
/** After a drain that failed; the pool needs the rest more than the mails need the second. */
const FAILURE_PAUSE_FACTOR = 10;

/** Works off the outbox, batch by batch, until stopped. */
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
      const { isMoreDue } = await relay.drainOnce({ signal: stopping.signal, maxBatches: 1 });
      if (isMoreDue) pauseMs = BACKLOG_PAUSE_MS;
    } catch (error) {
      log('error', 'drain_failed', { error: error instanceof Error ? error.name : typeof error });
      pauseMs *= FAILURE_PAUSE_FACTOR;
    }
    if (!stopping.signal.aborted) cancel = schedule(start, pauseMs);
  }
}
