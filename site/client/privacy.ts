import type { PrivacyMode } from '../../edge/contract/privacy-choice.ts';
import { ROUTES } from '../../edge/contract/routes.ts';
import { askPage, onAsked } from './ask-page.ts';
import { forgetJourney } from './journey/forget-journey.ts';
import { offerChoices } from './privacy/offer-choices.ts';
import { openStore } from './privacy/open-store.ts';

const section = document.querySelector<HTMLElement>('[data-privacy]');
const now = (): number => Date.now();

if (section) {
  const store = openStore();
  let isAllowed = false;
  const { choice } = offerChoices(section, {
    store,
    now,
    hasSignal: 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true,
    askMode,
    onChange(allows) {
      isAllowed = allows('analytics');
      askPage('journey', { isAllowed });
      if (isAllowed) takeScript('journey');
      else forgetJourney(store);
    },
  });
  onAsked('privacy', (blank) => (blank.isAllowed = isAllowed));
  onAsked('script', takeScript);
  onAsked('body', (body) => {
    const made = choice();
    if (!made) return;
    const { granted, version, textHash, locale, at } = made;
    body['privacyChoice'] = { granted, version, textHash, locale, chosenMsAgo: now() - at };
  });
}

/** A script in a template does nothing until it is taken out. */
function takeScript(name: string): void {
  const waiting = document.querySelector<HTMLTemplateElement>(`template[data-${name}]`);
  const address = waiting?.content.querySelector('script')?.src;
  if (!waiting || !address) return;
  waiting.remove();
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}

async function askMode(): Promise<PrivacyMode | undefined> {
  try {
    const response = await fetch(ROUTES.privacy);
    return ((await response.json()) as { mode?: PrivacyMode }).mode;
  } catch {
    return undefined;
  }
}
