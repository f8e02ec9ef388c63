import { isEdgePath } from '../../edge/contract/routes.ts';
import './page.ts';
import { askPage, onAsked } from './ask-page.ts';
import { startInsight, type Insight } from './insight/start-insight.ts';

// Put into the page once the visitor agrees, where the site has a PostHog, and not before.
const privacy = { isAllowed: false };
const { insight: key } = document.querySelector<HTMLElement>('[data-privacy]')?.dataset ?? {};
let insight: Insight | undefined;

onAsked('journey', ({ isAllowed }) => follow(isAllowed));
onAsked('act', ({ type, what }) => insight?.tell(type, { what }));
onAsked('registered', ({ id }) => insight?.identify(id));
// A page drawn in advance is not visited yet, perhaps never.
if ('prerendering' in document && document.prerendering) {
  document.addEventListener('prerenderingchange', begin, { once: true });
} else begin();

/** The visitor may have thought better of it while this was loading. */
function begin(): void {
  askPage('privacy', privacy);
  follow(privacy.isAllowed);
}

function follow(isAllowed: boolean): void {
  if (!isAllowed) {
    insight?.stop();
    insight = undefined;
  } else if (key && !isEdgePath(location.pathname)) insight ??= startInsight(key);
}
