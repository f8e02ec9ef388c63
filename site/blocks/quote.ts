import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const QuotePropsSchema = z.strictObject({
  /** Who said it. Required. */
  who: TextSchema.max(120),
  /** Position and company. */
  role: TextSchema.max(160).optional(),
});

/** Somebody's words, with a name. */
export const quote = defineBlock({
  name: 'Quote',
  props: QuotePropsSchema,
  children: 'required',
  example: '<Quote who="Lin Yue" role="Head of Marketing">\n\nThe words.\n\n</Quote>',
  render: ({ who, role }, { children }) =>
    element('figure', { className: ['quote'] }, [
      element('blockquote', { className: ['quote__text'] }, children),
      element('figcaption', { className: ['quote__by'] }, [
        element('span', { className: ['quote__who'] }, [who]),
        ...(role === undefined ? [] : [' ', element('span', { className: ['quote__role'] }, [role])]),
      ]),
    ]),
});
