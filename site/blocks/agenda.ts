import * as z from 'zod';
import { IdSchema } from '../schemas/id-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS, itemHeading } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { hole } from './hole.ts';
import { inlineText } from './inline-text.ts';

const AgendaPropsSchema = z.strictObject({
  ...HEADING_PROPS,
  /** The items, in order. Required. */
  items: z
    .array(
      z.strictObject({
        /** When it begins, e.g. `14:00`. Required. */
        time: TextSchema.max(20),
        /** What it is. Required. */
        title: TextSchema.max(160),
        /** A sentence or two about it. */
        text: TextSchema.max(400).optional(),
        /** Who speaks: names of files in `people/`. */
        people: z.array(IdSchema).max(4).default([]),
      }),
    )
    .min(1)
    .max(20),
});

/** The course of an event along a time scale. */
export const agenda = defineBlock({
  name: 'Agenda',
  props: AgendaPropsSchema,
  children: 'none',
  example: "<Agenda items={[{ time: '14:00', title: 'Welcome', people: ['lin-yue'] }]} />",
  render: ({ title, lead, items }, { at, locale }) =>
    blockSection('agenda', { title, lead }, [
      element(
        'ol',
        { className: ['agenda-items'] },
        items.map((item, index) =>
          element('li', {}, [
            element('p', { className: ['agenda-time'] }, [item.time]),
            element('div', {}, [
              itemHeading({ title }, item.title),
              ...(item.text === undefined
                ? []
                : [
                    element(
                      'p',
                      {},
                      inlineText(item.text, (node) => at(['items', index, 'text'], node)),
                    ),
                  ]),
              ...(item.people.length === 0
                ? []
                : [
                    element(
                      'p',
                      { className: ['agenda-people'] },
                      item.people.flatMap((id, nth) => [
                        ...(nth > 0 ? [locale === 'zh' ? '、' : ', '] : []),
                        at(['items', index, 'people', nth], hole({ kind: 'person', id, as: 'name' })),
                      ]),
                    ),
                  ]),
            ]),
          ]),
        ),
      ),
    ]),
});
