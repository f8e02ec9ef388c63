import type { APIRoute } from 'astro';
import type { Locale } from '../../../edge/contract/locale.ts';
import { getListedEntries, getSite } from '../../lib/content.ts';
import { everyLocale } from '../../lib/locale-paths.ts';
import { feed } from '../../seo/feed.ts';

export const getStaticPaths = everyLocale;

export const GET: APIRoute = async ({ params }) => {
  const locale = params['locale'] as Locale;
  return feed({ site: await getSite(), locale, entries: await getListedEntries(locale) });
};
