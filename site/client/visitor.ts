import { onAsked } from './ask-page.ts';
import { forget, VISITOR_KEY } from './journey/forget.ts';
import './page.ts';
import { openStore } from './privacy/open-store.ts';
import { now } from './this-visit.ts';
import { findVisitor } from './visitor/kept-visitor.ts';
import { createKnownGate } from './visitor/known-gate.ts';
import { createBehaviourSender } from './visitor/send-behaviour.ts';

// Put into the page once somebody has registered in this browser and agrees to be known, and not before.
const store = openStore();
const ask = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
const gate = createKnownGate(document, { fetch: ask });
const sender = createBehaviourSender({
  store,
  now,
  random: Math.random,
  fetch: ask,
  delay: setTimeout,
  onUnknown: forgetVisitor,
});
const openedAt = now();

onAsked('body', (body) => (body['visitor'] = gate.token() ?? undefined));
onAsked('refused', ({ code }) => {
  if (code === 'unknown_visitor') forgetVisitor();
});
onAsked('journey', ({ isAllowed }) => {
  if (!isAllowed) gate.restore({ keep: true });
});
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('[data-not-you]')) return;
  const form = target.closest('form');
  // The journey was another's as well.
  forget(store);
  gate.restore({ keep: false });
  form?.querySelector<HTMLElement>('[data-field] :is(input, select, textarea)')?.focus();
});
// In another tab somebody may have said that it is not them, or thought better of it.
addEventListener('storage', ({ key }) => {
  if ((key === VISITOR_KEY || key === null) && !findVisitor(store)) gate.restore({ keep: true });
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) void sender.send();
});
addEventListener('pagehide', () => void sender.send());
addEventListener('online', () => void sender.sendNow());

// What an earlier page could not send.
const waitingSince = sender.waitingSince();
if (waitingSince !== null && waitingSince < openedAt - 1000) void sender.send();
void offer();

async function offer(): Promise<void> {
  const visitor = findVisitor(store);
  if (!visitor) return;
  // Without an answer the form stays as it is.
  const result = await gate.offer(visitor.token).catch(() => undefined);
  if (result === 'unknown') forgetVisitor();
}

/** What was said before can't be used; what was done before the registration is still the visitor's own. */
function forgetVisitor(): void {
  forget(store, [VISITOR_KEY]);
  gate.restore({ keep: true });
}
