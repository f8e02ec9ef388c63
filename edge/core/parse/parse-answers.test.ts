import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../contract/form.ts';
import { FORM_FIXTURE } from '../testing/catalogue-fixture.ts';
import { createAnswersParser } from './parse-answers.ts';

const parse = createAnswersParser(FORM_FIXTURE);
const GOOD = { name: 'Ada Wong', email: 'ada@plant.example', company: 'Plant 7' };

const errorsOf = (changes: Record<string, unknown>, locale: 'zh' | 'en' = 'en') =>
  parse({ ...GOOD, ...changes }, locale).errors.map(({ field, code }) => `${field} ${code}`);
const answerTo = (name: string, value: unknown) => {
  const { answers, errors } = parse({ ...GOOD, [name]: value }, 'en');
  expect(errors).toEqual([]);
  return answers[name];
};

describe('checked answers', () => {
  test('stand in the order of the form, with its constants and ticks', () => {
    const { answers, errors } = parse(
      { company: 'Plant 7', email: 'ada@plant.example', name: 'Ada Wong' },
      'en',
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(answers)).toBe(
      '{"name":"Ada Wong","email":"ada@plant.example","company":"Plant 7","callback":false,"product":"gauge"}',
    );
  });

  test('tell who it is by address and number', () => {
    const { identities } = parse({ ...GOOD, email: 'Ada@Plant.example', mobile: '138 0013 8000' }, 'zh');
    expect(identities).toEqual([
      { kind: 'email', value: 'ada@plant.example' },
      { kind: 'mobile', value: '+8613800138000' },
    ]);
  });

  test('leave out what the form does not ask', () => {
    const { answers, errors } = parse({ ...GOOD, 'ext-field': 'x', constructor: 'x', __proto__: 'x' }, 'en');
    expect(errors).toEqual([]);
    expect(Object.keys(answers)).toEqual(['name', 'email', 'company', 'callback', 'product']);
  });

  test('never take a constant from the client', () => {
    expect(answerTo('product', 'price-list')).toBe('gauge');
  });

  test('are not found on the prototype of the input', () => {
    const form: Form = {
      ...FORM_FIXTURE,
      fields: [{ ...FORM_FIXTURE.fields[0]!, name: 'constructor' }],
    };
    expect(createAnswersParser(form)({}, 'en').errors).toMatchObject([{ code: 'required' }]);
  });
});

describe('text', () => {
  test.each([
    ['spaces around it', '  Ada  ', 'Ada'],
    ['a decomposed accent', 'Ame\u0301lie', 'Am\u00e9lie'],
    ['a tab of a spreadsheet', 'Ada\tWong', 'Ada Wong'],
    ['a zero-width space', 'Ada\u200bWong', 'AdaWong'],
    ['Chinese', '王小明', '王小明'],
    ['an emoji of several parts', '👩‍🔧', '👩‍🔧'],
    ['markup', '<b>Ada</b>', '<b>Ada</b>'],
    ['a line break at the end', 'Ada\r\n', 'Ada'],
  ])('is normalised: %s', (_, given, stored) => {
    expect(answerTo('name', given)).toBe(stored);
  });

  test.each([
    ['NUL', 'Ada\0'],
    ['escape', 'Ada\x1b[31m'],
    ['carriage return', 'Ada\rBcc: x'],
    ['line feed', 'Ada\nBcc: x'],
    ['line separator', 'Ada\u2028x'],
    ['next line', 'Ada\u0085x'],
    ['lone high surrogate', 'Ada\ud800'],
    ['lone low surrogate', '\udc00Ada'],
    ['right-to-left override', 'Ada\u202egnp.exe'],
    ['isolate', 'Ada\u2066'],
    ['replacement character', 'Ada\ufffd'],
    ['non-character', 'Ada\uffff'],
  ])('is refused with a %s in it', (_, value) => {
    expect(errorsOf({ name: value })).toEqual(['answers.name invalid_text']);
  });

  test.each([
    ['a number', 7],
    ['a list', ['Ada']],
    ['an object', { toString: 'x' }],
    ['a tick', true],
  ])('is refused when it is %s', (_, value) => {
    expect(errorsOf({ name: value })).toEqual(['answers.name invalid_text']);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['empty', ''],
    ['blank', '   '],
    ['ideographic space', '\u3000'],
    ['invisible', '\u200b\u200d\ufeff'],
  ])('is missing when it is %s', (_, value) => {
    expect(errorsOf({ name: value })).toEqual(['answers.name required']);
  });

  test('is measured in characters, not in code units', () => {
    expect(answerTo('name', '𠮷'.repeat(20))).toBe('𠮷'.repeat(20));
    expect(errorsOf({ name: '𠮷'.repeat(21) })).toEqual(['answers.name too_long']);
    expect(errorsOf({ name: 'a'.repeat(21) })).toEqual(['answers.name too_long']);
  });

  test('may have lines where there is room for them', () => {
    expect(answerTo('question', 'one\r\ntwo\rthree\u2028four')).toBe('one\ntwo\nthree\nfour');
    expect(errorsOf({ question: 'one\0two' })).toEqual(['answers.question invalid_text']);
  });
});

describe('choices', () => {
  test('are only those of the form', () => {
    expect(answerTo('role', 'quality')).toBe('quality');
    expect(answerTo('role', '')).toBeUndefined();
    for (const value of ['boss', 'Quality', ['quality'], 1, true, {}]) {
      expect(errorsOf({ role: value })).toEqual(['answers.role invalid_choice']);
    }
  });

  test('may be several, each once, in the order of the form', () => {
    expect(answerTo('topics', ['edge', 'gauging', 'edge'])).toEqual(['gauging', 'edge']);
    expect(answerTo('topics', 'surface')).toEqual(['surface']);
    expect(answerTo('topics', [])).toBeUndefined();
    expect(errorsOf({ topics: ['edge', 'boss'] })).toEqual(['answers.topics invalid_choice']);
    expect(errorsOf({ topics: [['edge']] })).toEqual(['answers.topics invalid_choice']);
    expect(errorsOf({ topics: { 0: 'edge' } })).toEqual(['answers.topics invalid_choice']);
  });

  test.each([
    [true, true],
    ['yes', true],
    ['on', true],
    [false, false],
    ['', false],
    ['no', false],
    [1, false],
    [undefined, false],
  ])('a tick of %j is %j', (given, ticked) => {
    expect(answerTo('callback', given)).toBe(ticked);
  });
});

describe('errors', () => {
  test('come all at once, in the order of the form and in the language of the visitor', () => {
    expect(parse({ email: 'ada', mobile: '12', role: 'boss' }, 'en').errors).toMatchInlineSnapshot(`
      [
        {
          "code": "required",
          "field": "answers.name",
          "message": "Please enter: Name",
        },
        {
          "code": "invalid_email",
          "field": "answers.email",
          "message": "Please enter a full e-mail address, for example name@company.com",
        },
        {
          "code": "required",
          "field": "answers.company",
          "message": "Please enter: Company",
        },
        {
          "code": "invalid_mobile",
          "field": "answers.mobile",
          "message": "Please enter the number with its country code, for example +49 170 1234567",
        },
        {
          "code": "invalid_choice",
          "field": "answers.role",
          "message": "Please choose from the list: Role",
        },
      ]
    `);
    expect(parse({ email: 'ada', mobile: '12', role: 'boss' }, 'zh').errors).toMatchInlineSnapshot(`
      [
        {
          "code": "required",
          "field": "answers.name",
          "message": "请填写姓名",
        },
        {
          "code": "invalid_email",
          "field": "answers.email",
          "message": "请输入完整的邮箱地址，例如 name@company.com",
        },
        {
          "code": "required",
          "field": "answers.company",
          "message": "请填写公司",
        },
        {
          "code": "invalid_mobile",
          "field": "answers.mobile",
          "message": "请输入 11 位手机号，或以 + 开头的国际号码",
        },
        {
          "code": "invalid_choice",
          "field": "answers.role",
          "message": "请从列表中选择角色",
        },
      ]
    `);
  });

  test('use the words of the form where it has its own', () => {
    const [name] = FORM_FIXTURE.fields;
    const form: Form = {
      ...FORM_FIXTURE,
      fields: [{ ...name!, error: { zh: '怎么称呼您？', en: 'Who are you?' } }],
    };
    expect(createAnswersParser(form)({}, 'zh').errors[0]?.message).toBe('怎么称呼您？');
    expect(createAnswersParser(form)({ name: 'a'.repeat(99) }, 'en').errors[0]?.message).toBe(
      'Name: at most 20 characters',
    );
  });
});

test('any input is answered, and a checked answer is checked already', () => {
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.anything(),
    fc.constantFrom('edge', 'quality', 'yes'),
  );
  const given = fc.dictionary(fc.constantFrom(...FORM_FIXTURE.fields.map(({ name }) => name)), values);
  fc.assert(
    fc.property(given, (changes) => {
      const { answers, errors } = parse({ ...GOOD, ...changes }, 'zh');
      for (const { code, message } of errors) expect([code, message]).not.toContain('');
      if (errors.length > 0) return;
      expect(parse(answers, 'zh').answers).toEqual(answers);
      expect(JSON.stringify(answers)).not.toMatch(/\\u(?:00[01]|d[89a-f])/);
    }),
    { numRuns: 1000 },
  );
});
