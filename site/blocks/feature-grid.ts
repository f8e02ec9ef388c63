import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS, itemHeading } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { inlineText } from './inline-text.ts';
import { ALT_MISSING, hasAlt, PICTURE_PROPS, pictures } from './picture.ts';

const FeatureGridPropsSchema = z.strictObject({
  ...HEADING_PROPS,
  /** Three, four or six stand best. Required. */
  items: z
    .array(
      z
        .strictObject({
          /** What one gets. Required. */
          title: TextSchema.max(80),
          /** Two or three sentences about it. Required. */
          text: TextSchema.max(400),
          ...PICTURE_PROPS,
        })
        .refine(hasAlt, ALT_MISSING),
    )
    .min(1)
    .max(9),
});

/** What one gets, side by side. */
export const featureGrid = defineBlock({
  name: 'FeatureGrid',
  props: FeatureGridPropsSchema,
  children: 'none',
  example: "<FeatureGrid items={[{ title: 'Live line', text: 'The gauge at 60 m/min, with your foil.' }]} />",
  render: ({ title, lead, items }, { at }) =>
    blockSection('features', { title, lead }, [
      element(
        'ul',
        { className: ['feature-items'] },
        items.map((item, index) =>
          element('li', {}, [
            ...pictures(item, { locate: (node) => at(['items', index, 'picture'], node) }),
            itemHeading({ title }, item.title),
            element(
              'p',
              {},
              inlineText(item.text, (node) => at(['items', index, 'text'], node)),
            ),
          ]),
        ),
      ),
    ]),
});
