import { isListedKind } from '../../schemas/kinds.ts';
import type { PageSource } from '../sources.ts';

/** The hubs that gather a page, without their language, as far as its head can be read: `industries/battery`. */
export function hubPages({ kind, yaml }: PageSource): string[] {
  if (!isListedKind(kind)) return [];
  const named = (['industries', 'roles'] as const).flatMap((facet) => {
    const list = yaml.get([facet]);
    const ids = Array.isArray(list) ? list.map((_, index) => yaml.text([facet, index])?.trim()) : [];
    return ids.flatMap((id) => (id ? [`${facet}/${id}`] : []));
  });
  const stage = yaml.text(['stage'])?.trim();
  return stage ? [...named, `stages/${stage}`] : named;
}
