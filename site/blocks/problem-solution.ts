import * as z from 'zod';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { inlineText } from './inline-text.ts';

const ProblemSolutionPropsSchema = z.strictObject({
  ...HEADING_PROPS,
  /** What stands over the problems. Required. */
  problem: TextSchema.max(60),
  /** What stands over the answers. Required. */
  solution: TextSchema.max(60),
  /** Each problem with its answer. Required. */
  items: z
    .array(
      z.strictObject({
        /** What goes wrong, in the reader's words. Required. */
        problem: TextSchema.max(300),
        /** What happens instead. Required. */
        solution: TextSchema.max(400),
      }),
    )
    .min(1)
    .max(6),
});

/** Problems and, facing each, its answer. */
export const problemSolution = defineBlock({
  name: 'ProblemSolution',
  props: ProblemSolutionPropsSchema,
  children: 'none',
  example:
    '<ProblemSolution problem="Today" solution="With us" items={[{ problem: \'We find it late.\', solution: \'You see it at once.\' }]} />',
  render: ({ title, lead, problem, solution, items }, { at }) =>
    blockSection('facing', { title, lead }, [
      element(
        'ul',
        { className: ['facing-rows'] },
        items.map((item, index) =>
          element('li', {}, [
            side(
              problem,
              inlineText(item.problem, (node) => at(['items', index, 'problem'], node)),
            ),
            side(
              solution,
              inlineText(item.solution, (node) => at(['items', index, 'solution'], node)),
            ),
          ]),
        ),
      ),
    ]),
});

/** Its label stands in every row, where a phone shows the sides below each other; a wide page shows the first. */
function side(label: string, words: ReturnType<typeof inlineText>) {
  return element('div', {}, [
    element('p', { className: ['facing-label'] }, [label]),
    element('p', { className: ['facing-text'] }, words),
  ]);
}
