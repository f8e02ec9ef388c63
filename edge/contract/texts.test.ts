import { describe, expect, test } from 'vitest';
import { FIELD_ERRORS } from './field-errors.ts';
import { fieldErrorMessage } from './field-error-message.ts';
import { formatBytes } from './format-bytes.ts';
import { formatMoment } from './format-moment.ts';
import { NOTICES } from './notices.ts';
import { problemDetails } from './problem.ts';

test.each([
  [0, '0 B'],
  [840, '840 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_940, '9.9 kB'],
  [9_960, '10 kB'],
  [999_400, '999 kB'],
  [999_500, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [36_000_000, '36 MB'],
  [5e12, '5000 GB'],
])('%i bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('a moment is written as its reader writes it', () => {
  const at = Date.UTC(2026, 11, 31, 20, 5, 59);
  expect(formatMoment(at, 'en')).toBe('31 December 2026, 20:05 UTC');
  expect(formatMoment(at, 'zh')).toBe('2027年1月1日 04:05（北京时间）');
});

describe('the message beside a field', () => {
  const field = {
    type: 'text',
    name: 'name',
    label: { zh: '姓名', en: 'Name $& {max}' },
    required: true,
    maxLength: 80,
  } as const;

  test('names the field and its limit', () => {
    expect(fieldErrorMessage(field, 'too_long', 'zh')).toBe('姓名最多 80 个字');
    expect(fieldErrorMessage(field, 'required', 'en')).toBe('Please enter: Name $& {max}');
  });

  test('is the form’s own where the form foresaw it', () => {
    const own = { ...field, error: { zh: '怎么称呼您？', en: 'Who are you?' } };
    expect(fieldErrorMessage(own, 'required', 'zh')).toBe('怎么称呼您？');
    expect(fieldErrorMessage(own, 'too_long', 'zh')).toBe('姓名最多 80 个字');
  });
});

test('every text exists in both languages', () => {
  const texts = [
    ...Object.values(FIELD_ERRORS),
    ...Object.values(NOTICES).flatMap(({ title, hint }) => [title, hint]),
  ];
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z{]/);
  }
});

test('a problem without field errors does not mention any', () => {
  expect(problemDetails('unavailable', { locale: 'en', requestId: 'r1' })).not.toHaveProperty('errors');
});
