import type { Element } from 'hast';
import { element } from './element.ts';

/** The element that stands where the page puts in what the text can't know: a person, the form. */
export const HOLE = 'gatehouse-hole';

/** What a hole is filled with. */
export type Filling =
  | { readonly kind: 'person'; readonly id: string; readonly as: PersonView; readonly topic?: string }
  | { readonly kind: 'form'; readonly title?: string; readonly lead?: string }
  /** A button that leads to the form, or a bar with one. */
  | { readonly kind: 'opener'; readonly as: 'dialog' | 'sticky'; readonly label?: string }
  /** Time and place of the page's event, if it has one. */
  | { readonly kind: 'event' };

/** A card with the address, a speaker with picture and name, or the name alone. */
export type PersonView = 'card' | 'speaker' | 'name';

/**
 * Keeps a place in the rendered text for `filling`. The text itself stays a function of its file alone; the page
 * fills the hole with what it looks up (`fillHoles`).
 */
export function hole(filling: Filling): Element {
  const person = filling.kind === 'person' ? { dataPerson: filling.id } : {};
  return element(HOLE, { dataFilling: JSON.stringify(filling), ...person });
}

export type TextPart = { readonly html: string } | { readonly filling: Filling };

/** Parts rendered text at its holes. */
export function splitAtHoles(html: string): TextPart[] {
  return html.split(HOLES).map((part, index) => (index % 2 ? { filling: parse(part) } : { html: part }));
}

/** Words of a page are escaped, so that none of them can look like this. */
const HOLES = /<gatehouse-hole data-filling="([^"]*)"[^>]*><\/gatehouse-hole>/;

function parse(attribute: string): Filling {
  // In one go: what is decoded may look like a code itself.
  const json = attribute.replaceAll(/&(?:#x([0-9a-f]+)|(quot|amp));/gi, (_, code?: string, name?: string) =>
    code === undefined ? (NAMED[name ?? ''] ?? '') : String.fromCodePoint(parseInt(code, 16)),
  );
  return JSON.parse(json) as Filling;
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&' };
