import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const CtaPropsSchema = z.strictObject({
  /** The words on the button. Required. */
  label: TextSchema.max(60),
});

/** A button between two sections that leads to the page's form. */
export const cta = defineBlock({
  name: 'Cta',
  props: CtaPropsSchema,
  children: 'none',
  example: '<Cta label="Get the white paper" />',
  render: ({ label }) =>
    element('p', { className: ['cta'] }, [element('a', { className: ['cta__link'], href: '#get' }, [label])]),
});
