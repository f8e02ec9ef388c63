import type { PrivacyMode } from '../../edge/contract/privacy-choice.ts';
import { ROUTES } from '../../edge/contract/routes.ts';
import { askPage, onAsked } from './ask-page.ts';
import { forget } from './journey/forget.ts';
import { offerChoices } from './privacy/offer-choices.ts';
import { openStore } from './privacy/open-store.ts';
import type { Store } from './privacy/privacy-choice.ts';

/** Asks what may be done where the page has something to ask, and does what was allowed. */
export function offerPrivacy({ document, now }: { document: Document; now: () => number }): void {
  const section = document.querySelector<HTMLElement>('[data-privacy]');
  if (!section) return;
  const shared: { found?: Store } = {};
  askPage('store', shared);
  const own = openStore();
  let isAllowed = false;
  const { choice } = offerChoices(section, {
    store: shared.found ?? own,
    now,
    hasSignal: 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true,
    askMode,
    onChange(allows) {
      isAllowed = allows('analytics');
      askPage('journey', { isAllowed });
      if (isAllowed) takeScripts(document, 'journey');
      else for (const store of [own, shared.found]) forget(store);
    },
  });
  onAsked('privacy', (blank) => (blank.isAllowed = isAllowed));
  onAsked('script', (name) => takeScripts(document, name));
  onAsked('body', (body) => {
    const made = choice();
    if (!made) return;
    body['privacyChoice'] = { ...made, chosenMsAgo: now() - made.at };
  });
}

/** Scripts in a template do nothing until they are taken out. */
function takeScripts(document: Document, name: string): void {
  const waiting = document.querySelector<HTMLTemplateElement>(`template[data-${name}]`);
  waiting?.remove();
  for (const { src } of waiting?.content.querySelectorAll('script') ?? []) {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = src;
    document.head.append(script);
  }
}

async function askMode(): Promise<PrivacyMode | undefined> {
  try {
    const response = await fetch(ROUTES.privacy);
    return ((await response.json()) as { mode?: PrivacyMode }).mode;
  } catch {
    return undefined;
  }
}
