import type { Catalogue, MailTemplate } from '../contract/catalogue.ts';
import { fillTemplate } from '../contract/fill-template.ts';

/** Subject, HTML and text of one mail. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

type Values = Readonly<Record<string, string>>;

/** Longer subjects are cut by mail clients anyway. */
const MAX_SUBJECT_LENGTH = 200;

/**
 * Fills a mail's template. Where the same name stands for markup in HTML and for lines in text, `html` and `text`
 * give each its own.
 */
export function renderMail(
  template: MailTemplate,
  { values, html = {}, text = {} }: { values: Values; html?: Values; text?: Values },
): RenderedMail {
  return {
    subject: oneLine(fillTemplate(template.subject, { ...values, ...text }, { as: 'text' })),
    html: fillTemplate(template.html, { ...values, ...html }, { as: 'html' }),
    text: fillTemplate(template.text, { ...values, ...text }, { as: 'text' }),
  };
}

/** A value fit for a header: whatever could begin another header becomes a space. */
export function oneLine(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()];
  return characters.length <= MAX_SUBJECT_LENGTH
    ? characters.join('')
    : `${characters.slice(0, MAX_SUBJECT_LENGTH - 1).join('')}…`;
}

/** One address that no header can be smuggled into; null for anything else. */
export function asAddress(value: unknown): string | null {
  return typeof value === 'string' && ADDRESS.test(value) ? value : null;
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** The person a registration belongs to; null only in a catalogue without its lead owner. */
export function ownerOf(catalogue: Catalogue, entryId: string): Catalogue['people'][string] | null {
  const { people, entries, site } = catalogue;
  return people[entries[entryId]?.owner ?? ''] ?? people[site.leadOwner] ?? null;
}
