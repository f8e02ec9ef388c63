import type { Clock, Log, LogFacts } from '../core/ports/app.ts';

/** A log of one line an event: JSON for machines, or plain words for a person at a terminal. */
export function createLog(options: {
  readonly write: (line: string) => void;
  readonly clock: Clock;
  readonly format: 'json' | 'pretty';
}): Log {
  const { write, clock, format } = options;
  return (level, event, facts = {}) => {
    const time = new Date(clock()).toISOString();
    write(
      format === 'json'
        ? JSON.stringify({ time, level, event, ...facts })
        : `${time.slice(11, 19)} ${level.padEnd(5)} ${event}${prettyFacts(facts)}`,
    );
  };
}

/** A path fit for a log: the token of a download or thank-you link is a key to a lead's file. */
export function redactPath(pathname: string): string {
  return pathname.replace(/^\/([dt])\/.*/s, '/$1/…');
}

function prettyFacts(facts: LogFacts): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
    .join('');
}
