import type { Element, ElementContent } from 'hast';
import * as z from 'zod';
import type { Locale, Localized } from '../../edge/contract/locale.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { blockSection, HEADING_PROPS } from './block-section.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const ComparisonTablePropsSchema = z
  .strictObject({
    ...HEADING_PROPS,
    /** What is compared, one column each. Required. */
    columns: z.array(TextSchema.max(60)).min(2).max(4),
    /** The column to stress, counted from 1. */
    highlight: z.int().min(1).max(4).optional(),
    /** What it is compared by, one row each. Required. */
    rows: z
      .array(
        z.strictObject({
          /** What the row is about. Required. */
          label: TextSchema.max(120),
          /** One value per column: text, or `true` and `false`. Required. */
          values: z
            .array(z.union([TextSchema.max(160), z.boolean()]))
            .min(2)
            .max(4),
        }),
      )
      .min(1)
      .max(20),
    /** A line below the table: conditions, sources. */
    note: TextSchema.max(300).optional(),
  })
  .superRefine(({ columns, rows }, context) => {
    rows.forEach(({ values }, index) => {
      if (values.length === columns.length || values.length < 2 || columns.length < 2) return;
      const message = `There are ${columns.length} columns and ${values.length} values in this row.`;
      context.addIssue({ code: 'custom', path: ['rows', index, 'values'], message });
    });
  });

/** Two to four ways side by side. */
export const comparisonTable = defineBlock({
  name: 'ComparisonTable',
  props: ComparisonTablePropsSchema,
  children: 'none',
  example:
    "<ComparisonTable columns={['By eye', 'Inline']} rows={[{ label: 'Every part', values: [false, true] }]} />",
  render: ({ title, lead, columns, highlight, rows, note }, { locale }) => {
    const stress = (index: number) => (index + 1 === highlight ? { className: ['is-stressed'] } : {});
    const head = element('tr', {}, [
      element('td', {}),
      ...columns.map((name, index) => element('th', { scope: 'col', ...stress(index) }, [name])),
    ]);
    const body = rows.map(({ label, values }) =>
      element('tr', {}, [
        element('th', { scope: 'row' }, [label]),
        ...values.map((value, index) => element('td', stress(index), cell(value, locale))),
      ]),
    );
    return blockSection('comparison', { title, lead }, [
      element('table', {}, [element('thead', {}, [head]), element('tbody', {}, body)]),
      ...(note === undefined ? [] : [element('p', { className: ['note'] }, [note])]),
    ]);
  },
});

const ANSWERS: Readonly<Record<'true' | 'false', { sign: string; words: Localized }>> = {
  true: { sign: '●', words: { zh: '有', en: 'Yes' } },
  false: { sign: '○', words: { zh: '无', en: 'No' } },
};

function cell(value: string | boolean, locale: Locale): ElementContent[] {
  if (typeof value === 'string') return [{ type: 'text', value }];
  const { sign, words } = ANSWERS[`${value}`];
  const mark: Element = element('span', { className: ['mark', `mark-${value}`], ariaHidden: 'true' }, [sign]);
  return [mark, { type: 'text', value: ` ${words[locale]}` }];
}
