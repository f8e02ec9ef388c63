import type { Element } from 'hast';
import * as z from 'zod';
import { PictureSchema } from '../schemas/picture-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { pictures } from './picture.ts';

const ProofPropsSchema = z
  .strictObject({
    ...HEADING_PROPS,
    /** Two to four figures. */
    figures: z
      .array(
        z.strictObject({
          /** The figure with its unit. Required. */
          value: TextSchema.max(24),
          /** What it says. Required. */
          label: TextSchema.max(120),
        }),
      )
      .max(4)
      .default([]),
    /** What customers said. */
    quotes: z
      .array(
        z.strictObject({
          /** Their words, without quotation marks. Required. */
          text: TextSchema.max(400),
          /** Who said them. Required. */
          who: TextSchema.max(80),
          /** Position and company. */
          role: TextSchema.max(120).optional(),
        }),
      )
      .max(3)
      .default([]),
    /** Customers or certificates. */
    logos: z
      .array(
        z.strictObject({
          /** Whose logo it is; shown where there is no picture. Required. */
          name: TextSchema.max(60),
          /** The logo, beside this page. */
          picture: PictureSchema.optional(),
        }),
      )
      .max(8)
      .default([]),
  })
  .refine(({ figures, quotes, logos }) => figures.length + quotes.length + logos.length > 0, {
    path: ['figures'],
    error: 'There is nothing to show: give figures, quotes or logos.',
  });

/** Why one may believe it: figures, quotes and logos, each if given. */
export const proof = defineBlock({
  name: 'Proof',
  props: ProofPropsSchema,
  children: 'none',
  example: "<Proof figures={[{ value: '10 days', label: 'from sample to report' }]} />",
  render: ({ title, lead, figures, quotes, logos }, { at }) =>
    blockSection('proof', { title, lead }, [
      ...listOf('dl', 'figures', figures, ({ value, label }) =>
        element('div', {}, [element('dt', {}, [label]), element('dd', {}, [value])]),
      ),
      ...listOf('div', 'proof-quotes', quotes, ({ text, who, role }) =>
        element('figure', { className: ['quote'] }, [
          element('blockquote', {}, [element('p', {}, [text])]),
          element('figcaption', {}, [
            element('span', { className: ['quote__who'] }, [who]),
            ...(role === undefined ? [] : [' ', element('span', { className: ['quote__role'] }, [role])]),
          ]),
        ]),
      ),
      ...listOf('ul', 'proof-logos', logos, ({ name, picture }, index) =>
        element('li', {}, [
          ...pictures({ picture, alt: name }, { locate: (node) => at(['logos', index, 'picture'], node) }),
          ...(picture === undefined ? [name] : []),
        ]),
      ),
    ]),
});

function listOf<T>(
  tagName: string,
  className: string,
  items: readonly T[],
  draw: (item: T, index: number) => Element,
): Element[] {
  return items.length === 0 ? [] : [element(tagName, { className: [className] }, items.map(draw))];
}
