import type { Element, ElementContent } from 'hast';
import type * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { element } from './element.ts';
import { heading } from './heading.ts';

/** The props of every block that can have a heading of its own. */
export const HEADING_PROPS = {
  /** The heading above it. */
  title: TextSchema.max(160).optional(),
  /** One or two sentences below the heading. */
  lead: TextSchema.max(400).optional(),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export interface Heading {
  readonly title?: string | undefined;
  readonly lead?: string | undefined;
}

/** A block in the width of the page, with its heading. */
export function blockSection(
  className: string,
  { title, lead }: Heading,
  children: readonly (ElementContent | string)[],
): Element {
  const head = [
    ...(title === undefined ? [] : [heading('h2', title)]),
    ...(lead === undefined ? [] : [element('p', { className: ['lead'] }, [lead])]),
  ];
  return element('section', { className: ['block', className] }, [
    ...(head.length > 0 ? [element('div', { className: ['block-head'] }, head)] : []),
    ...children,
  ]);
}

/** The heading of one item: below the block's own heading, or in bold where there is none to stand below. */
export function itemHeading({ title }: Heading, text: string): Element {
  return title === undefined
    ? element('p', { className: ['item-title'] }, [element('strong', {}, [text])])
    : element('h3', { className: ['item-title'] }, [text]);
}
