import * as z from 'zod';
import { PictureSchema } from '../schemas/picture-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { pictures } from './picture.ts';

const GalleryPropsSchema = z.strictObject({
  ...HEADING_PROPS,
  /** The pictures, in order. Required. */
  items: z
    .array(
      z.strictObject({
        /** A picture beside this page. Required. */
        picture: PictureSchema,
        /** What it shows, for people who can't see it. Required. */
        alt: TextSchema.max(300),
        /** A line below it. */
        caption: TextSchema.max(200).optional(),
      }),
    )
    .min(2)
    .max(12),
});

/** Pictures side by side; on a phone they are leafed through. */
export const gallery = defineBlock({
  name: 'Gallery',
  props: GalleryPropsSchema,
  children: 'none',
  example:
    "<Gallery items={[{ picture: 'cover.svg', alt: 'The gauge' }, { picture: 'cover.svg', alt: 'Its screen', caption: 'What the operator sees' }]} />",
  render: ({ title, lead, items }, { at }) =>
    blockSection('gallery', { title, lead }, [
      element(
        'ul',
        { className: ['gallery-items'] },
        items.map(({ picture, alt, caption }, index) =>
          element('li', {}, [
            element('figure', {}, [
              ...pictures({ picture, alt }, { locate: (node) => at(['items', index, 'picture'], node) }),
              ...(caption === undefined ? [] : [element('figcaption', {}, [caption])]),
            ]),
          ]),
        ),
      ),
    ]),
});
