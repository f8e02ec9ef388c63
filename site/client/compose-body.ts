import type { RegisterBody } from '../../edge/contract/registration.ts';
import { askPage } from './ask-page.ts';
import { readForm } from './read-form.ts';
import type { Source } from './visit-source.ts';

/** A request body that stays the same, key included, as long as what the visitor entered does. */
export interface PreparedBody {
  readonly contents: string;
  readonly json: string;
}

/** What scripts add that are not on every page. */
type Added = 'privacyChoice' | 'journey' | 'visitor';

/** Answers `last` again if nothing was changed since, else a new body under a new key. */
export function composeBody(
  form: HTMLFormElement,
  context: { last: PreparedBody | null; source: Source; touchedAt: number; now: number },
): PreparedBody {
  const { last, source, touchedAt, now } = context;
  const entered = readForm(form);
  const contents = JSON.stringify(entered);
  if (contents === last?.contents) return last;
  const fact = (name: string): string | undefined =>
    form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value || undefined;
  // A form that the server drew again brings along where the visit came from.
  const landingUrl = fact('landingUrl');
  const body: Record<Exclude<keyof RegisterBody, Added>, unknown> = {
    ...entered,
    form: fact('form'),
    entry: fact('entry'),
    locale: fact('locale'),
    page: fact('page'),
    variant: fact('variant'),
    website: fact('website'),
    key: newKey(now),
    elapsedMs: now - touchedAt,
    landingUrl: landingUrl ?? source.landingUrl,
    referrer: landingUrl ? fact('referrer') : source.referrer,
    landingVariant: landingUrl ? fact('landingVariant') : source.variant || undefined,
    landedMsAgo: now - source.landedAt,
  };
  askPage('body', body);
  return { contents, json: JSON.stringify(body) };
}

/** The time and the version as in a UUID of version 7 (RFC 9562), then chance. */
function newKey(now: number): string {
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
    (byte + 256).toString(16).slice(1),
  );
  return `0${now.toString(16)}7${chance.join('')}`;
}
