import type { APIRoute, GetStaticPaths } from 'astro';
import { LOCALES } from '../../../../edge/contract/locale.ts';
import { getEntries, getSite, hasList } from '../../../lib/content.ts';
import { LISTED_KINDS, type ListedKind } from '../../../schemas/kinds.ts';
import { feed, type FeedOptions } from '../../../seo/feed.ts';

type Props = Omit<FeedOptions, 'site'>;

export const getStaticPaths = (async () => {
  const feeds = LOCALES.flatMap((locale) =>
    LISTED_KINDS.map(async (kind) => ({
      params: { locale, kind },
      props: { locale, kind, entries: await getEntries<ListedKind>(kind, locale) },
      isThere: await hasList(kind),
    })),
  );
  return (await Promise.all(feeds)).filter(({ isThere }) => isThere);
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) => feed({ ...props, site: await getSite() });
