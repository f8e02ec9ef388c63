import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const CtaPropsSchema = z.strictObject({
  /** The words on the button. Required. */
  label: TextSchema.max(60),
  /** A page or address it leads to, e.g. `/en/products/`. Left out: the page's form. */
  to: TextSchema.max(500).optional(),
  /** `line` across the text, or `button` filled. Left out: `line`. */
  variant: z.enum(['line', 'button']).default('line'),
});

/** A call to action between two sections; it leads to the page's form or to another page. */
export const cta = defineBlock({
  name: 'Cta',
  props: CtaPropsSchema,
  children: 'none',
  example: '<Cta label="Get the white paper" />',
  needs: ({ to }) => (to === undefined ? 'gate' : null),
  render: ({ label, to, variant }, { at }) => {
    const isButton = variant === 'button';
    const className = [isButton ? 'button' : 'cta__link'];
    const link = element('a', { className, href: to ?? '#get' }, [label]);
    return element('p', { className: isButton ? ['cta', 'cta--button'] : ['cta'] }, [
      to === undefined ? link : at(['to'], link),
    ]);
  },
});
