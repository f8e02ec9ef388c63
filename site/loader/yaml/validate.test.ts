import { expect, test } from 'vitest';
import * as z from 'zod';
import { FormSchema } from '../../schemas/form-schema.ts';
import { localized } from '../../schemas/localized.ts';
import { TextSchema } from '../../schemas/text-schema.ts';
import { formatIssues } from '../issues/format-issues.ts';
import { sortIssues } from '../issues/sort-issues.ts';
import { parseYaml } from './parse-yaml.ts';
import { validate } from './validate.ts';

function report(text: string, schema: z.ZodType): string {
  return formatIssues(sortIssues(validate(parseYaml({ file: 'f.yaml', text }), schema).issues));
}

const Sample = z.strictObject({
  title: TextSchema,
  label: localized(TextSchema),
  count: z.int().min(1).max(9).optional(),
  isOpen: z.boolean().default(false),
  tags: z.array(TextSchema).min(1).max(2),
  stage: z.enum(['awareness', 'decision']),
});

const GOOD = 'title: a\nlabel: { zh: 一, en: One }\ntags: [x]\nstage: decision\n';

test('gives the value with its defaults where all is well', () => {
  const { value, issues } = validate(parseYaml({ file: 'f.yaml', text: GOOD }), Sample);
  expect(issues).toEqual([]);
  expect(value).toEqual({
    title: 'a',
    label: { zh: '一', en: 'One' },
    isOpen: false,
    tags: ['x'],
    stage: 'decision',
  });
});

test('lists every missing key of an empty file', () => {
  expect(report('# nothing yet\n', Sample)).toMatchInlineSnapshot(`
    "f.yaml:1:1  MissingKey
      title is missing.
      Write:   title: …

    f.yaml:1:1  MissingKey
      label is missing.
      Write:   label: { zh: …, en: … }

    f.yaml:1:1  MissingKey
      tags is missing.
      Write:   tags: […]

    f.yaml:1:1  MissingKey
      stage is missing.
      Write:   stage: awareness

    4 problems in 1 file"
  `);
});

test('explains each kind of wrong value with the right one', () => {
  const text = [
    'titel: a',
    'label: One',
    'count: 12',
    'isOpen: yes',
    'tags: x',
    'stage: decison',
    'extra: 1',
  ].join('\n');
  expect(report(text, Sample)).toMatchInlineSnapshot(`
    "f.yaml:1:1  UnknownKey
      There is no key "titel".
      Did you mean "title"?   title: a

    f.yaml:2:8  WrongType
      label needs one text for each language, Chinese (zh) and English (en).
      Write:   label: { zh: …, en: One }

    f.yaml:3:8  InvalidValue
      count must be at most 9.

    f.yaml:4:9  WrongType
      isOpen must be true or false, but it is the text "yes".
      Write:   isOpen: true

    f.yaml:5:7  WrongType
      tags must be a list, but it is the text "x".
      Write:   tags: [x]

    f.yaml:6:8  InvalidValue
      stage is "decison". It can be awareness, decision.
      Did you mean "decision"?   stage: decision

    f.yaml:7:1  UnknownKey
      There is no key "extra".
      Known keys here: title, label, count, isOpen, tags, stage.

    7 problems in 1 file"
  `);
});

test('explains texts that lack a language, are empty or were cut at a comma', () => {
  const schema = z.strictObject({
    a: localized(TextSchema),
    b: localized(TextSchema),
    c: localized(TextSchema),
  });
  const text = "a: { zh: 一 }\nb: { zh: 一, en: '' }\nc: { zh: 一, en: One, two }\n";
  expect(report(text, schema)).toMatchInlineSnapshot(`
    "f.yaml:1:4  MissingTranslation
      a has no English (en) text. Everything visitors read is there in both languages.
      Write:   a: { zh: 一, en: … }

    f.yaml:2:17  EmptyValue
      b.en has no value.
      Write:   b: { zh: 一, en: … }

    f.yaml:3:22  UnknownKey
      The text of c.en ends at its comma. Between { and } a text with a comma stands in quotes.
      Write:   en: 'One, two'

    3 problems in 1 file"
  `);
});

test('names the member of a union by its type', () => {
  const text = [
    'fields:',
    '  - { name: a, type: slect, label: { zh: 一, en: A } }',
    '  - { name: b, label: { zh: 二, en: B } }',
    '  - { name: c, type: select, label: { zh: 三, en: C }, maxLength: 3 }',
    '  - text',
    'consents: []',
    'submit: { zh: 提交, en: Send }',
  ].join('\n');
  expect(report(text, FormSchema)).toMatchInlineSnapshot(`
    "f.yaml:2:22  InvalidValue
      fields[0].type is "slect". It can be text, company, textarea, email, mobile, select, multi-select, checkbox, hidden.
      Did you mean "select"?   type: select

    f.yaml:3:5  MissingKey
      fields[1].type is missing.
      Write:   type: text

    f.yaml:4:5  MissingKey
      fields[2].options is missing.
      Write:   options: [{ value: engineering, label: { zh: …, en: … } }]

    f.yaml:4:55  UnknownKey
      There is no key "maxLength" in fields[2].
      Known keys here: type, name, label, hint, placeholder, required, ask, error, options.

    f.yaml:5:5  WrongType
      fields[3] must be a block of keys, but it is the text "text".
      Write:   { type: text, name: company, label: { zh: …, en: … } }

    f.yaml:6:11  InvalidValue
      consents takes at least 1 item.

    6 problems in 1 file"
  `);
});

test('refuses a file that is no block of keys', () => {
  expect(report('just words', Sample)).toMatchInlineSnapshot(`
    "f.yaml:1:1  WrongType
      The file must be a block of keys, but it is the text "just words".
      Write lines like "title: Some text".

    1 problem in 1 file"
  `);
});
