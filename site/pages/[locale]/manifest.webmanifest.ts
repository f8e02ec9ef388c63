import type { APIRoute } from 'astro';
import { LANGUAGE_TAGS, type Locale } from '../../../edge/contract/locale.ts';
import { getSite } from '../../lib/content.ts';
import { everyLocale } from '../../lib/locale-paths.ts';
import { themeColor } from '../../theme/theme-color.ts';

export const getStaticPaths = everyLocale;

export const GET: APIRoute = async ({ params }) => {
  const locale = params['locale'] as Locale;
  const site = await getSite();
  const { brand } = site;
  const color = themeColor(site);
  const manifest = {
    name: brand.name[locale],
    short_name: brand.name[locale],
    description: brand.tagline[locale],
    lang: LANGUAGE_TAGS[locale],
    id: `/${locale}/`,
    start_url: `/${locale}/`,
    scope: '/',
    display: 'minimal-ui',
    background_color: color,
    theme_color: color,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
