import type { OptionalPurpose, PrivacyMode } from '../../../edge/contract/privacy-choice.ts';
import { CHOICE_KEY, isAllowed, type KeptChoice, readChoice, type Store } from './privacy-choice.ts';

export interface Surroundings {
  /** Null where the browser allows none: a choice then holds for the page. */
  readonly store: Store | null;
  readonly now: () => number;
  /** Global Privacy Control: the visitor has refused all over the web. */
  readonly hasSignal: boolean;
  /** Of a visitor's country, where that makes a difference. Never throws; undefined where it is not to be learned. */
  readonly askMode: () => Promise<PrivacyMode | undefined>;
  /** Called with what holds: at first, and after every change in this tab or another. */
  readonly onChange: (allows: (purpose: OptionalPurpose) => boolean) => void;
}

export interface PrivacyChoices {
  choice(): KeptChoice | null;
}

/** Shows `section` where there is something to ask, and keeps what was chosen. */
export function offerChoices(section: HTMLElement, around: Surroundings): PrivacyChoices {
  const { store, now, hasSignal, askMode, onChange } = around;
  const { edition = '', version = '', textHash = '', privacy: locale = '' } = section.dataset;
  const boxes = [...section.querySelectorAll<HTMLInputElement>('input[value]:enabled')];
  const openers = document.querySelectorAll<HTMLElement>('[data-privacy-open]');
  let mode = section.dataset['mode'] as PrivacyMode | undefined;
  let choice = read();
  let opener: HTMLElement | null = null;

  function read(): KeptChoice | null {
    return readChoice(store, edition);
  }

  const allows = (purpose: OptionalPurpose): boolean => isAllowed(purpose, { choice, hasSignal, mode });

  function show(): void {
    for (const box of boxes) box.checked = allows(box.value as OptionalPurpose);
    const when = hasSignal ? 'signal' : mode === undefined || mode === 'opt-in' ? 'opt-in' : 'opt-out';
    for (const part of section.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = choice !== null || part.dataset['when'] !== when;
    }
    section.hidden = false;
  }

  function choose(granted: readonly OptionalPurpose[]): void {
    choice = { edition, granted, version, textHash, locale, at: now() };
    try {
      store?.setItem(CHOICE_KEY, JSON.stringify(choice));
    } catch {
      // Full or forbidden: the choice holds for this page.
    }
    section.hidden = true;
    opener?.focus();
    onChange(allows);
  }

  section.addEventListener('click', ({ target }) => {
    const what = target instanceof Element ? target.closest<HTMLElement>('[data-choose]') : null;
    if (!what) return;
    const wanted = what.dataset['choose'];
    const granted = boxes.filter(({ checked }) => wanted === 'all' || (wanted === 'some' && checked));
    choose(granted.map(({ value }) => value as OptionalPurpose));
  });
  for (const place of openers) {
    place.hidden = false;
    place.addEventListener('click', () => {
      opener = place.querySelector('button');
      const details = section.querySelector('details');
      if (details) details.open = true;
      show();
      section.querySelector('h2')?.focus();
    });
  }
  addEventListener('storage', ({ key }) => {
    if (key !== CHOICE_KEY && key !== null) return;
    choice = read();
    if (choice) section.hidden = true;
    onChange(allows);
  });
  const ask = (known: PrivacyMode | undefined): void => {
    mode = known;
    // Another tab, or the foot of this page, may have been quicker.
    if (!choice && mode !== 'off') show();
    onChange(allows);
  };
  if (choice || hasSignal) onChange(allows);
  else if (mode) ask(mode);
  else void askMode().then(ask);
  return { choice: () => choice };
}
