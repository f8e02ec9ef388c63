import { askPage, onAsked } from './ask-page.ts';
import { followConsent } from './journey/follow-consent.ts';
import { shareVisits } from './journey/share-visits.ts';
import { type TrackedJourney, trackJourney } from './journey/track-journey.ts';
import './page.ts';
import { openStore } from './privacy/open-store.ts';
import type { Store } from './privacy/privacy-choice.ts';
import { now, source } from './this-visit.ts';
import { findVisitor, keepVisitor } from './visitor/kept-visitor.ts';

// Put into the page once the visitor agrees, and not before.
const { domain } = document.querySelector<HTMLElement>('[data-privacy]')?.dataset ?? {};
let journey: TrackedJourney | undefined;

onAsked('registered', ({ visitor: token }) => {
  if (!journey) return;
  keepVisitor(openStore(), { token, page: location.pathname, now: now() });
  followVisitor();
});
onAsked('body', (body) => (body['journey'] = journey?.toSend()));
followConsent(follow);

function follow(isAllowed: boolean): void {
  if (!isAllowed) {
    journey?.stop();
    journey = undefined;
  } else {
    const shared: { found?: Store } = {};
    askPage('store', shared);
    const own = openStore();
    const store = shared.found ? shareVisits(own, shared.found) : own;
    journey ??= trackJourney(document, { store, source: shared.found ? fromOutside() : source, now });
    followVisitor();
  }
}

/** Who has registered in this browser is known from then on. */
function followVisitor(): void {
  if (findVisitor(openStore())) askPage('script', 'visitor');
}

/** Who comes from a sub-domain of ours was with us already. */
function fromOutside(): typeof source {
  const { hostname } = URL.canParse(source.referrer) ? new URL(source.referrer) : location;
  const isOurs = hostname === domain || hostname.endsWith(`.${domain}`);
  return isOurs ? { ...source, referrer: '' } : source;
}
