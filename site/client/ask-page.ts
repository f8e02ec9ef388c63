import type { Source } from './visit-source.ts';

/** What scripts of a page, which load apart and may be missing, tell each other. */
interface Questions {
  /** What a registration is about to send; others may add to it. */
  readonly body: Record<string, unknown>;
  readonly source: { found?: Source };
  /** Whether a journey may be kept now. */
  readonly privacy: { isAllowed: boolean };
  /** Whether it may from now on. */
  readonly journey: { readonly isAllowed: boolean };
  /** Takes a script out of the template of its name. */
  readonly script: 'visitor';
  /** A registration has come through. */
  readonly registered: { readonly visitor: string };
  /** One was turned down. */
  readonly refused: { readonly code: string | undefined };
}

/** Lets whoever can answer fill in `blank`. */
export function askPage<Q extends keyof Questions>(question: Q, blank: Questions[Q]): void {
  document.dispatchEvent(new CustomEvent(`gatehouse:${question}`, { detail: blank }));
}

export function onAsked<Q extends keyof Questions>(question: Q, fill: (blank: Questions[Q]) => void): void {
  document.addEventListener(`gatehouse:${question}`, (event) =>
    fill((event as CustomEvent<Questions[Q]>).detail),
  );
}
