import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { heading } from './heading.ts';
import { hole } from './hole.ts';
import { ALT_MISSING, hasAlt, PICTURE_PROPS, pictures } from './picture.ts';

const HeroPropsSchema = z
  .strictObject({
    /** A few words above the title. */
    eyebrow: TextSchema.max(80).optional(),
    /** The promise of the page, its largest words. Required. */
    title: TextSchema.max(120),
    /** Two or three sentences below it. */
    lead: TextSchema.max(400).optional(),
    /** The words on the button to the form. Required. */
    cta: TextSchema.max(40),
    /** A line below the button that takes away a doubt. */
    note: TextSchema.max(160).optional(),
    ...PICTURE_PROPS,
  })
  .refine(hasAlt, ALT_MISSING);

/** The head of a landing page: its promise, a picture and the way to the form; the event's time and place too. */
export const hero = defineBlock({
  name: 'Hero',
  props: HeroPropsSchema,
  children: 'none',
  example:
    '<Hero title="Measure it while it moves" lead="An open day for battery makers." cta="Reserve a seat" />',
  needs: () => 'landing',
  unique: () => 'Hero',
  render: ({ eyebrow, title, lead, cta, note, picture, alt }, { at }) => {
    const [image] = pictures(
      { picture, alt },
      { locate: (node) => at(['picture'], node), isFirst: true, sizes: '(min-width: 64rem) 56vw, 100vw' },
    );
    return element('header', { className: ['stage', ...(image ? ['stage-pictured'] : [])] }, [
      element('div', { className: ['stage-text'] }, [
        ...(eyebrow === undefined ? [] : [element('p', { className: ['eyebrow'] }, [eyebrow])]),
        heading('h1', title),
        ...(lead === undefined ? [] : [element('p', { className: ['lead'] }, [lead])]),
        hole({ kind: 'event' }),
        element('p', { className: ['stage-action'] }, [
          element('a', { className: ['button'], href: '#get', dataOpensForm: '' }, [cta]),
        ]),
        ...(note === undefined ? [] : [element('p', { className: ['stage-note'] }, [note])]),
      ]),
      ...(image ? [element('div', { className: ['stage-picture'] }, [image])] : []),
    ]);
  },
});
