import type { Log } from '../../edge/core/ports/app.ts';

/** npm hands on the Ctrl+C that the terminal has already sent to all: for so long the two count as one. */
const ECHO_MS = 500;

/** The first signal lets what is under way end; the second ends at once. */
export function stopOnSignals({
  stop,
  log,
}: {
  readonly stop: () => Promise<void>;
  readonly log: Log;
}): void {
  let stoppingSince: number | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > ECHO_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    log('info', 'stopping', { signal });
    stop().then(
      () => {
        log('info', 'stopped');
        process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
      },
      (error: unknown) => {
        log('error', 'stop_failed', { cause: String(error) });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
}
