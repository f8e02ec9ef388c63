import { expect, test } from 'vitest';
import type { Field, Form } from './form.ts';
import { questionsForAnybody, questionsStillOpen } from './questions.ts';

const field = (name: string, rest: Partial<Field> = {}): Field =>
  ({ type: 'text', name, label: { zh: name, en: name }, required: false, maxLength: 9, ...rest }) as Field;

const FORM: Form = {
  id: 'whitepaper',
  minSeconds: 2,
  submit: { zh: '获取', en: 'Get it' },
  consents: [],
  fields: [
    field('email', { required: true }),
    field('role'),
    field('project', { ask: 'later' }),
    field('speed', { ask: 'later' }),
    field('question', { ask: 'always' }),
    field('campaign', { type: 'hidden', value: 'x' }),
  ],
};
const namesOf = (fields: readonly Field[]) => fields.map(({ name }) => name);
const openFor = (form: Form, ...answered: string[]) => namesOf(questionsStillOpen(form, new Set(answered)));

test('who comes first is asked everything but what is kept for later', () => {
  expect(namesOf(questionsForAnybody(FORM))).toEqual(['email', 'role', 'question', 'campaign']);
});

test('who comes again is asked one thing more, in the form’s order, until all is answered', () => {
  expect(openFor(FORM, 'email')).toEqual(['role', 'question']);
  expect(openFor(FORM, 'email', 'role')).toEqual(['project', 'question']);
  expect(openFor(FORM, 'email', 'role', 'project')).toEqual(['speed', 'question']);
  expect(openFor(FORM, 'email', 'role', 'project', 'speed')).toEqual(['question']);
});

test('what the form can’t do without is asked whatever the number', () => {
  expect(openFor({ ...FORM, askAtOnce: 0 })).toEqual(['email', 'question']);
  expect(openFor({ ...FORM, askAtOnce: 2 })).toEqual(['email', 'role', 'project', 'question']);
});
