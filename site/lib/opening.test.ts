import { expect, test } from 'vitest';
import { renderText } from '../loader/mdx/render-text.ts';
import { opening } from './opening.ts';

const openingOf = (text: string) => opening(renderText({ file: 'site.yaml', text, locale: 'en' }).html);

test('is the first paragraph without its markup', () => {
  expect(openingOf('## Why\n\nWe *keep* what [you](/en/) send,\nR&D \\<mail> included.\n\nMore.')).toBe(
    'We keep what you send, R&D <mail> included.',
  );
});

test('is nothing where there is no paragraph', () => {
  expect(openingOf('## Why\n\n- a list')).toBeUndefined();
});
