import { expect, test } from 'vitest';
import { splitPage } from './split-page.ts';

test('parts head and text and keeps the lines of the file', () => {
  const { head, headLine, body, issues } = splitPage('---\ntitle: a\n---\n\nText\n', 'en.mdx');
  expect({ head, headLine, body, issues }).toEqual({
    head: 'title: a\n',
    headLine: 2,
    body: '\n\n\n\nText\n',
    issues: [],
  });
});

test('takes Windows line ends and spaces behind the hyphens', () => {
  const { head, body } = splitPage('--- \r\ntitle: a\r\n---\r\nText\r\n', 'en.mdx');
  expect(head).toBe('title: a\r\n');
  expect(body.split('\n')[3]).toBe('Text\r');
});

test('takes a text that holds hyphens of its own', () => {
  expect(splitPage('---\na: 1\n---\nx\n\n---\n\ny\n', 'en.mdx').body).toBe('\n\n\nx\n\n---\n\ny\n');
});

test.each([
  ['no head', 'title: a\n', 'The page has no head.'],
  ['space before the head', '\n---\na: 1\n---\n', 'there is space before it'],
  ['dashes', '——\na: 1\n——\n', 'exactly three hyphens'],
  ['an open head', '---\na: 1\n', 'no second line of --- ends it'],
  ['nothing', '', 'The page has no head.'],
])('explains %s', (_, text, message) => {
  const { issues } = splitPage(text, 'en.mdx');
  expect(issues).toHaveLength(1);
  expect(issues[0]?.code).toBe('MissingFrontmatter');
  expect(issues[0]?.message).toContain(message);
});
