import { isEdgePath } from '../../edge/contract/routes.ts';
import './page.ts';
import { onAsked } from './ask-page.ts';
import { followConsent } from './journey/follow-consent.ts';
import { startInsight, type Insight } from './insight/start-insight.ts';

// Put into the page once the visitor agrees, where the site has a PostHog, and not before.
const { insight: key } = document.querySelector<HTMLElement>('[data-privacy]')?.dataset ?? {};
let insight: Insight | undefined;

onAsked('act', ({ type, what }) => insight?.tell(type, { what }));
onAsked('registered', ({ id }) => insight?.identify(id));
followConsent(follow);

function follow(isAllowed: boolean): void {
  if (!isAllowed) {
    insight?.stop();
    insight = undefined;
  } else if (key && !isEdgePath(location.pathname)) insight ??= startInsight(key);
}
