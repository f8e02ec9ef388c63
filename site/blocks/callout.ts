import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const CalloutPropsSchema = z.strictObject({
  /** The line above the text. Required. */
  title: TextSchema.max(120),
});

/** A remark set apart from the text. */
export const callout = defineBlock({
  name: 'Callout',
  props: CalloutPropsSchema,
  children: 'required',
  example: '<Callout title="In short">\n\nText in Markdown.\n\n</Callout>',
  render: ({ title }, { children }) =>
    element('div', { className: ['callout'], role: 'note' }, [
      element('p', { className: ['callout__title'] }, [title]),
      ...children,
    ]),
});
