import { askPage, onAsked } from './ask-page.ts';
import { findVisitor, keepVisitor } from './visitor/kept-visitor.ts';
import { type TrackedJourney, trackJourney } from './journey/track-journey.ts';
import { openStore } from './privacy/open-store.ts';
import type { Source } from './visit-source.ts';

// Put into the page once the visitor agrees, and not before.
const visit: { found?: Source } = {};
const privacy = { isAllowed: false };
let journey: TrackedJourney | undefined;
let hasBegun = false;

askPage('source', visit);
onAsked('journey', ({ isAllowed }) => follow(isAllowed));
onAsked('registered', ({ visitor: token }) => {
  if (!journey) return;
  keepVisitor(openStore(), { token, page: location.pathname, now: Date.now() });
  followVisitor();
});
onAsked('body', (body) => (body['journey'] = journey?.toSend()));
// A page drawn in advance is not visited yet, perhaps never.
if ('prerendering' in document && document.prerendering) {
  document.addEventListener('prerenderingchange', begin, { once: true });
} else begin();

/** The visitor may have thought better of it while this was loading. */
function begin(): void {
  hasBegun = true;
  askPage('privacy', privacy);
  follow(privacy.isAllowed);
}

function follow(isAllowed: boolean): void {
  if (!isAllowed) {
    journey?.stop();
    journey = undefined;
  } else if (visit.found && hasBegun) {
    journey ??= trackJourney(document, { store: openStore(), source: visit.found, now: () => Date.now() });
    followVisitor();
  }
}

/** Who has registered in this browser is known from then on. */
function followVisitor(): void {
  if (findVisitor(openStore())) askPage('script', 'visitor');
}
