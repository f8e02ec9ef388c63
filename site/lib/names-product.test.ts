import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { namesProduct } from './names-product.ts';

const isAbout = namesProduct({ id: 'products/meter', slug: 'meter' });

function about(products: string[], related: string[]) {
  return isAbout({ data: { products }, related } as unknown as Pick<Entry<'cases'>, 'data' | 'related'>);
}

test('a case is about a product that was at work in it, or that it leads on to', () => {
  expect(about(['meter'], [])).toBe(true);
  expect(about([], ['products/meter'])).toBe(true);
  expect(about(['camera'], ['whitepapers/meter'])).toBe(false);
});
