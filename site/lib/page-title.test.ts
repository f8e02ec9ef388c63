import { expect, test } from 'vitest';
import { pageTitle } from './page-title.ts';

test('a title has the brand behind it', () => {
  expect(pageTitle('Privacy', 'Northlake Instruments')).toBe('Privacy · Northlake Instruments');
});

test('a title that fills a search result stands alone', () => {
  const long = 'How fine is fine enough? Choosing a line camera by defect statistics';
  expect(pageTitle(long, 'Northlake Instruments')).toBe(long);
  expect(pageTitle('像素要多细才够？'.repeat(4), '北湖仪器')).toBe('像素要多细才够？'.repeat(4));
});
