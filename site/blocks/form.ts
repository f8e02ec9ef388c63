import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { hole } from './hole.ts';

const FormPropsSchema = z
  .strictObject({
    /** `inline`: the form itself; `dialog`: a button that opens it; `sticky`: a bar at the foot of a phone's screen. */
    place: z.enum(['inline', 'dialog', 'sticky']).default('inline'),
    /** `inline`: the heading over the form. */
    title: TextSchema.max(120).optional(),
    /** `inline`: a sentence below the heading. */
    lead: TextSchema.max(300).optional(),
    /** `dialog`, `sticky`: the words on the button. Left out: those on the form's own. */
    label: TextSchema.max(40).optional(),
  })
  .superRefine((props, context) => {
    const foreign = props.place === 'inline' ? (['label'] as const) : (['title', 'lead'] as const);
    for (const key of foreign) {
      if (props[key] === undefined) continue;
      const message = `A form with place="${props.place}" takes no ${key}.`;
      context.addIssue({ code: 'custom', path: [key], message });
    }
  });

/** The form of the page's gate: there is one, the buttons lead to it. A page without the block has it at its end. */
export const form = defineBlock({
  name: 'Form',
  props: FormPropsSchema,
  children: 'none',
  example: '<Form title="Reserve a seat" lead="It takes a minute." />',
  needs: () => 'gate',
  unique: ({ place }) => (place === 'dialog' ? null : `Form ${place}`),
  render: ({ place, title, lead, label }) =>
    hole(
      place === 'inline'
        ? { kind: 'form', ...(title !== undefined && { title }), ...(lead !== undefined && { lead }) }
        : { kind: 'opener', as: place, ...(label !== undefined && { label }) },
    ),
});
