import { type Attribution, DIRECT } from '../../contract/channels/attribution.ts';
import { isPersonLink } from '../../contract/routes.ts';
import type { Touch } from '../../contract/touch.ts';
import type { CompiledRules } from './compile-channel-rules.ts';
import { attribute } from './resolve-touch.ts';

export interface AttributedTouch {
  readonly touch: Touch;
  readonly attribution: Attribution;
}

/** The touches that credit is given by; each null where there is none. */
export interface DerivedTouches {
  readonly first: AttributedTouch | null;
  readonly last: AttributedTouch | null;
  /**
   * The last that somebody sent. A person's link is a dimension of its own and never takes a campaign's place: it
   * counts here only where nothing else is known.
   */
  readonly lastNonDirect: AttributedTouch | null;
  /** The last that came by a person's link. */
  readonly lastPersonLink: AttributedTouch | null;
}

/** Derives first, last and last non-direct touch of a journey; touches may come in any order. */
export function deriveTouches(touches: readonly Touch[], rules: CompiledRules): DerivedTouches {
  const journey = touches
    .toSorted((a, b) => a.at - b.at)
    .map((touch): AttributedTouch => ({ touch, attribution: attribute(touch, rules) }));
  const sent = journey.filter(({ attribution }) => attribution.source !== DIRECT);
  return {
    first: journey.at(0) ?? null,
    last: journey.at(-1) ?? null,
    lastNonDirect: sent.findLast((one) => !cameByPersonLink(one)) ?? sent.at(-1) ?? null,
    lastPersonLink: journey.findLast(cameByPersonLink) ?? null,
  };
}

function cameByPersonLink({ touch, attribution }: AttributedTouch): boolean {
  if (attribution.medium === 'person-link') return true;
  const { landingUrl } = touch;
  return landingUrl !== null && URL.canParse(landingUrl) && isPersonLink(new URL(landingUrl).pathname);
}
