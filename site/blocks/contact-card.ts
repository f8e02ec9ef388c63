import * as z from 'zod';
import { IdSchema } from '../schemas/id-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { hole } from './hole.ts';

const ContactCardPropsSchema = z.strictObject({
  /** Who: the name of a file in `people/`. Required. */
  person: IdSchema,
  /** The heading beside the card. */
  title: TextSchema.max(120).optional(),
  /** Why one should write to this person. */
  text: TextSchema.max(400).optional(),
});

/** Somebody to write to or to call. */
export const contactCard = defineBlock({
  name: 'ContactCard',
  props: ContactCardPropsSchema,
  children: 'none',
  example: '<ContactCard person="lin-yue" title="Any questions?" text="I answer within a day." />',
  render: ({ person, title, text }, { at }) =>
    blockSection('contact-card', { title, lead: text }, [
      element('div', { className: ['contact-person'] }, [
        at(['person'], hole({ kind: 'person', id: person, as: 'card' })),
      ]),
    ]),
});
