import type { Browser } from 'playwright';

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  /** µs in which the thread had a processor: what else goes on on the machine does not count. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: {
      readonly url?: string;
      readonly fileName?: string;
    };
  };
}

const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/** The ms that a browser spends on the main thread to compile and run scripts from under `path`, while `run` lasts. */
export async function traceScripts(
  browser: Browser,
  { path, run }: { readonly path: string; readonly run: () => Promise<void> },
): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await run();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const isOurs = ({ args }: TraceEvent): boolean =>
    (args?.data?.url ?? args?.data?.fileName ?? '').includes(path);
  // What other threads do is no burden here.
  const spans = events.filter(({ ph, name }) => ph === 'X' && !name.includes('Background'));
  const threads = new Set(spans.filter(isOurs).map(threadOf));
  const counted = spans.filter(
    (span) => isOurs(span) || (NAMELESS.has(span.name) && threads.has(threadOf(span))),
  );
  return outermost(counted).reduce((sum, { dur = 0, tdur = dur }) => sum + tdur / 1000, 0);
}

/** The browser does not say of which file; on the thread of our page there are no others. */
const NAMELESS: ReadonlySet<string> = new Set(['v8.evaluateModule', 'V8.CompileStreamedModule']);

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

/** A call within a call is in its time already. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const ends = new Map<string, number>();
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((span) => {
      const { ts, dur = 0 } = span;
      if (ts < (ends.get(threadOf(span)) ?? 0)) return false;
      ends.set(threadOf(span), ts + dur);
      return true;
    });
}
