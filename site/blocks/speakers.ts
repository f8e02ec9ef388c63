import type { Element } from 'hast';
import * as z from 'zod';
import { IdSchema } from '../schemas/id-schema.ts';
import { PictureSchema } from '../schemas/picture-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS } from './block-section.ts';
import { defineBlock, type BlockContext } from './block.ts';
import { element } from './element.ts';
import { hole } from './hole.ts';
import { pictures } from './picture.ts';

const SpeakerSchema = z
  .strictObject({
    /** A colleague: the name of a file in `people/`. */
    person: IdSchema.optional(),
    /** Somebody else's name, instead of `person`. */
    name: TextSchema.max(80).optional(),
    /** Position and company of somebody else. */
    role: TextSchema.max(120).optional(),
    /** A portrait of somebody else, beside this page. */
    picture: PictureSchema.optional(),
    /** What this person speaks about. */
    topic: TextSchema.max(160).optional(),
  })
  .refine(({ person, name }) => (person === undefined) !== (name === undefined), {
    path: ['person'],
    error: 'A speaker has either "person" (a colleague) or "name" (somebody else).',
  });

const SpeakersPropsSchema = z.strictObject({
  ...HEADING_PROPS,
  /** The speakers, in order. Required. */
  items: z.array(SpeakerSchema).min(1).max(12),
});

/** Who speaks: colleagues by their file in `people/`, others with name and portrait. */
export const speakers = defineBlock({
  name: 'Speakers',
  props: SpeakersPropsSchema,
  children: 'none',
  example:
    "<Speakers items={[{ person: 'lin-yue' }, { name: 'Dr. Ines Falk', role: 'Coating lab, Falk GmbH' }]} />",
  render: ({ title, lead, items }, { at }) =>
    blockSection('speakers', { title, lead }, [
      element(
        'ul',
        { className: ['speaker-items'] },
        items.map((item, index) => element('li', {}, [draw(item, { at, index })])),
      ),
    ]),
});

function draw(
  { person, name = '', role, picture, topic }: z.output<typeof SpeakerSchema>,
  { at, index }: Pick<BlockContext, 'at'> & { index: number },
): Element {
  if (person !== undefined) {
    const filling = {
      kind: 'person',
      id: person,
      as: 'speaker',
      ...(topic !== undefined && { topic }),
    } as const;
    return at(['items', index, 'person'], hole(filling));
  }
  const portrait = pictures(
    { picture, alt: name },
    { locate: (node) => at(['items', index, 'picture'], node) },
  );
  return element('div', { className: ['speaker'] }, [
    ...(portrait.length > 0
      ? [element('div', { className: ['portrait'] }, portrait)]
      : [element('span', { className: ['portrait'], ariaHidden: 'true' }, [[...name][0] ?? ''])]),
    element('div', {}, [
      element('p', { className: ['person-name'] }, [name]),
      ...(role === undefined ? [] : [element('p', { className: ['person-title'] }, [role])]),
      ...(topic === undefined ? [] : [element('p', { className: ['speaker-topic'] }, [topic])]),
    ]),
  ]);
}
