import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { paragraphs } from './inline-text.ts';

const FaqPropsSchema = z.strictObject({
  ...HEADING_PROPS,
  /** Questions and answers, in order. Required. */
  items: z
    .array(
      z.strictObject({
        /** As a customer would ask it. Required. */
        question: TextSchema.max(200),
        /** The answer; `**bold**`, `[words](address)` and empty lines between paragraphs work. Required. */
        answer: TextSchema.max(2000),
      }),
    )
    .min(1)
    .max(20),
});

/** Questions that open to their answers, by the browser itself. */
export const faq = defineBlock({
  name: 'Faq',
  props: FaqPropsSchema,
  children: 'none',
  example: "<Faq items={[{ question: 'What does it cost?', answer: 'Nothing but an hour.' }]} />",
  render: ({ title, lead, items }, { at }) =>
    blockSection('faq', { title, lead }, [
      element(
        'div',
        { className: ['faq-items'] },
        items.map(({ question, answer }, index) =>
          element('details', {}, [
            element('summary', {}, [question]),
            element(
              'div',
              { className: ['faq-answer'] },
              paragraphs(answer, (node) => at(['items', index, 'answer'], node)),
            ),
          ]),
        ),
      ),
    ]),
});
