import type { ActType } from '../../edge/contract/journey.ts';
import type { Store } from './privacy/privacy-choice.ts';
import type { Source } from './visit-source.ts';

/** What scripts of a page, which load apart and may be missing, tell each other. */
interface Questions {
  /** What a registration is about to send; others may add to it. */
  readonly body: Record<string, unknown>;
  readonly source: { found?: Source };
  /** A store that several sub-domains share, where there is one. */
  readonly store: { found?: Store };
  /** Whether a journey may be kept now. */
  readonly privacy: { isAllowed: boolean };
  /** Whether it may from now on. */
  readonly journey: { readonly isAllowed: boolean };
  /** Takes a script out of the template of its name. */
  readonly script: 'visitor';
  /** A registration has come through. */
  readonly registered: { readonly id: string; readonly visitor: string };
  /** One was turned down. */
  readonly refused: { readonly code: string | undefined };
  /** What a visitor has just done. */
  readonly act: { readonly type: ActType; readonly what: string };
}

/** Lets whoever can answer fill in `blank`. */
export function askPage<Q extends keyof Questions>(question: Q, blank: Questions[Q]): void {
  document.dispatchEvent(new CustomEvent(`gatehouse:${question}`, { detail: blank }));
}

export function onAsked<Q extends keyof Questions>(
  question: Q,
  fill: (blank: Questions[Q]) => void,
  { signal }: { signal?: AbortSignal } = {},
): void {
  document.addEventListener(
    `gatehouse:${question}`,
    (event) => fill((event as CustomEvent<Questions[Q]>).detail),
    signal && { signal },
  );
}
