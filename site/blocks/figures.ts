import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const FiguresPropsSchema = z.strictObject({
  /** Two to four figures stand best side by side. Required. */
  items: z
    .array(
      z.strictObject({
        /** The figure with its unit, e.g. `0.4 µm`. Required. */
        value: TextSchema.max(24),
        /** What it says. Required. */
        label: TextSchema.max(120),
      }),
    )
    .min(1)
    .max(6),
});

/** Large figures side by side. */
export const figures = defineBlock({
  name: 'Figures',
  props: FiguresPropsSchema,
  children: 'none',
  example: "<Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />",
  render: ({ items }) =>
    element(
      'dl',
      { className: ['figures'] },
      items.map(({ value, label }) =>
        element('div', { className: ['figures__item'] }, [
          element('dt', { className: ['figures__label'] }, [label]),
          element('dd', { className: ['figures__value'] }, [value]),
        ]),
      ),
    ),
});
