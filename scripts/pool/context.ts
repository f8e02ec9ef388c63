/** What a command may use of the world around it. */
export interface PoolContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Now, ms. */
  readonly clock: () => number;
  /** For times that people read. */
  readonly timeZone: string;
  /** To standard output, as it is. */
  readonly write: (text: string) => void;
  /** To standard error, one line; for what is not the result. */
  readonly warn: (line: string) => void;
  readonly paint: Paint;
}

/** Styles for a terminal; they change nothing where there is none. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'good' | 'bad' | 'warn', (text: string) => string>>;

/** `2026-11-24 14:00`, in the reader's time zone. */
export function formatTime(at: number, { timeZone }: Pick<PoolContext, 'timeZone'>): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}
