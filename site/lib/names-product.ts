import type { Entry } from './entry.ts';

/** Tells cases that a product is at work in, or that lead on to it. */
export function namesProduct({ id, slug }: Pick<Entry, 'id' | 'slug'>) {
  return ({ data, related }: Pick<Entry<'cases'>, 'data' | 'related'>): boolean =>
    data.products.includes(slug) || related.includes(id);
}
