import type { KnownBody } from '../../../edge/contract/behaviour.ts';
import { ROUTES } from '../../../edge/contract/routes.ts';

/** The page's one form, which asks a known visitor only for what is missing. */
export interface KnownGate {
  /** Asks the server what is missing, and puts that in the form's place. */
  offer(token: string): Promise<'known' | 'unknown' | 'as_before'>;
  /** The token to send along, while the form is the short one. */
  token(): string | null;
  /** The whole form again; `keep` what was entered in the short one. */
  restore(options: { keep: boolean }): void;
}

/** What of a form is changed for another; its button and its line of status stay, and so does its script. */
const PARTS = ':scope > :is([data-field], .gate-note, [data-known])';

export function createKnownGate(
  page: Document,
  { fetch }: { fetch: (url: string, init: RequestInit) => Promise<Response> },
): KnownGate {
  const form = page.querySelector<HTMLFormElement>('form[data-gate]');
  let whole: Element[] | null = null;
  let known: string | null = null;

  async function offer(token: string): ReturnType<KnownGate['offer']> {
    if (!form || known !== null || isBegun(form)) return 'as_before';
    const response = await fetch(ROUTES.known, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=utf-8' },
      body: JSON.stringify(questionOf(form, token)),
    });
    if (response.status === 401) return 'unknown';
    if (response.status !== 200) return 'as_before';
    const drawn = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('form');
    // Meanwhile somebody may have begun to write.
    if (!drawn || isBegun(form)) return 'as_before';
    whole = partsOf(form);
    known = token;
    change(form, partsOf(drawn));
    return 'known';
  }

  function restore({ keep }: { keep: boolean }): void {
    if (!form || !whole) return;
    const parts = whole;
    const entered = keep ? [...form.querySelectorAll<HTMLElement>('[data-field]')] : [];
    whole = known = null;
    change(form, [
      ...parts.map((part) => entered.find((field) => isSameField(field, part)) ?? part),
      ...entered.filter((field) => !parts.some((part) => isSameField(field, part))),
    ]);
  }

  return { offer, token: () => known, restore };
}

function questionOf(form: HTMLFormElement, visitor: string): KnownBody {
  const fact = (name: string): string =>
    form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)?.value ?? '';
  return {
    visitor,
    form: fact('form'),
    entry: fact('entry'),
    locale: fact('locale'),
    page: fact('page'),
    variant: fact('variant') || undefined,
  };
}

/** Nothing that somebody has entered, or is about to, is taken away from under their hands. */
function isBegun(form: HTMLFormElement): boolean {
  const { activeElement } = form.ownerDocument;
  return (
    !form.isConnected ||
    form.contains(activeElement) ||
    [...form.elements].some(
      (control) =>
        (control instanceof HTMLSelectElement && control.selectedIndex > 0) ||
        ((control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) &&
          (control.value !== control.defaultValue ||
            (control instanceof HTMLInputElement && control.checked !== control.defaultChecked))),
    )
  );
}

function partsOf(form: Element): Element[] {
  return [...form.querySelectorAll(PARTS)];
}

function isSameField(one: HTMLElement, other: Element): boolean {
  return other instanceof HTMLElement && other.dataset['field'] === one.dataset['field'];
}

/** Whatever is being read, above the form, below it or in it, stays where it is on the screen. */
function change(form: HTMLFormElement, parts: readonly Element[]): void {
  const page = form.ownerDocument;
  const read = page.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const mark = !read || read.contains(form) || form.contains(read) ? form : read;
  const { style } = page.documentElement;
  const before = mark.getBoundingClientRect().top;
  style.overflowAnchor = 'none';
  for (const part of partsOf(form)) part.remove();
  form.querySelector('.gate-status')?.before(...parts);
  scrollBy({ top: mark.getBoundingClientRect().top - before, behavior: 'instant' });
  requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
}
