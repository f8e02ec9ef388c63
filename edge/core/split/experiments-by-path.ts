import type { Catalogue } from '../../contract/catalogue.ts';
import type { Experiment } from './choose-variant.ts';

/** What is tried on the pages of a site, by their origin-relative paths. */
export function experimentsByPath({ entries }: Pick<Catalogue, 'entries'>): ReadonlyMap<string, Experiment> {
  return new Map(
    Object.values(entries).flatMap(({ id, path, variants = [] }) =>
      variants.length > 0
        ? Object.values(path).map((each): [string, Experiment] => [each, { entry: id, variants }])
        : [],
    ),
  );
}
