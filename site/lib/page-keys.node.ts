import { hash } from 'node:crypto';
import { getCollection } from 'astro:content';
import { onceABuild } from '../loader/checked-content.ts';
import type { Entry } from './entry.ts';

/**
 * For `getStaticPaths`: gives pages the keys by which a build tells that they need not be drawn again. A page's key
 * changes with its props and with what the frame around every page may show: the site, people, forms, mails, legal
 * texts, hubs, and which entries there are. Whatever else of other entries a page shows must come in its props.
 */
export async function withPageKeys<P extends { readonly props: object }>(
  paths: readonly P[],
): Promise<(P & { readonly cacheKey: string })[]> {
  const frame = await onceABuild('frame of every page', digestFrame);
  return paths.map((path) => ({ ...path, cacheKey: digestOf([frame, path.props]) }));
}

async function digestFrame(): Promise<string> {
  const names = ['site', 'people', 'forms', 'mails', 'legal', 'hubs'] as const;
  const shared = await Promise.all(names.map((name) => getCollection(name)));
  const entries = (await getCollection('entries')).map(({ id, data }) => [id, data.state]);
  return digestOf([shared, entries]);
}

/** Puts an entry into another page's props: its text belongs to its own page alone. */
export function withoutText<E extends { readonly source: Entry['source'] }>(entry: E): E {
  const { rendered: _, ...source } = entry.source;
  return { ...entry, source };
}

function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value, textAsDigest));
}

/** A text's digest stands for it and its pictures. */
function textAsDigest(key: string, value: unknown): unknown {
  if (key === 'source')
    return 'rendered' in (value as object) ? (value as { digest?: string }).digest : undefined;
  return key === 'rendered' ? undefined : value;
}
