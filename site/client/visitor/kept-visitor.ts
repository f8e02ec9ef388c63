import { JOURNEY_KEY, VISITOR_KEY } from '../journey/forget.ts';
import type { Store } from '../privacy/privacy-choice.ts';

/** The last registration from this browser; times are epoch ms by the visitor's clock. */
export interface KeptVisitor {
  readonly token: string;
  readonly at: number;
  /** When the page that held the form was opened: how long it is read goes on. */
  readonly viewsFrom: number;
  /** By event id, in what state the server has it. */
  readonly sent: Readonly<Record<string, number>>;
}

/** Null where nobody has registered, or the browser keeps nothing. */
export function findVisitor(store: Store | null): KeptVisitor | null {
  const kept = read(store, VISITOR_KEY) as KeptVisitor | null;
  return typeof kept?.token === 'string' && kept.at > 0 && typeof kept.sent === 'object' ? kept : null;
}

/** Begins anew with a registration; what was done before has gone with it. */
export function keepVisitor(
  store: Store | null,
  { token, page, now }: { token: string; page: string; now: number },
): void {
  const journey = read(store, JOURNEY_KEY) as { views?: { at: number; path: string }[] } | null;
  const view = journey?.views?.findLast(({ path }) => path === page);
  writeVisitor(store, { token, at: now, viewsFrom: view?.at ?? now, sent: {} });
}

export function writeVisitor(store: Store | null, visitor: KeptVisitor): void {
  try {
    store?.setItem(VISITOR_KEY, JSON.stringify(visitor));
  } catch {
    // Full or forbidden: the visitor stays unknown.
  }
}

function read(store: Store | null, key: string): unknown {
  try {
    return JSON.parse(store?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
