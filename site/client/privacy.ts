import type { PrivacyMode } from '../../edge/contract/privacy-choice.ts';
import { ROUTES } from '../../edge/contract/routes.ts';
import { onCompose } from './on-compose.ts';
import { offerChoices } from './privacy/offer-choices.ts';
import { openStore } from './privacy/open-store.ts';

const section = document.querySelector<HTMLElement>('[data-privacy]');
const now = (): number => Date.now();

if (section) {
  const { choice } = offerChoices(section, {
    store: openStore(),
    now,
    hasSignal: 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true,
    askMode,
    onChange: () => {},
  });
  onCompose((body) => {
    const made = choice();
    if (!made) return;
    const { granted, version, textHash, locale, at } = made;
    body['privacyChoice'] = { granted, version, textHash, locale, chosenMsAgo: now() - at };
  });
}

async function askMode(): Promise<PrivacyMode | undefined> {
  try {
    const response = await fetch(ROUTES.privacy);
    return ((await response.json()) as { mode?: PrivacyMode }).mode;
  } catch {
    return undefined;
  }
}
