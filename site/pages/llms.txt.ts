import type { APIRoute } from 'astro';
import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import { createTexts } from '../i18n/texts.ts';
import { getEntries, getSite, type Site } from '../lib/content.ts';
import type { Entry } from '../lib/entry.ts';
import { LISTED_KINDS, type ListedKind } from '../schemas/kinds.ts';

/** The site in short for language models, after llmstxt.org: what may be read by everybody, never a gated text. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  const others = LOCALES.filter((locale) => locale !== site.defaultLocale);
  const parts = await Promise.all([site.defaultLocale, ...others].map((locale) => partOf(site, locale)));
  const [first = '', ...rest] = parts;
  const head = `# ${site.brand.name[site.defaultLocale]}\n\n> ${site.brand.tagline[site.defaultLocale]}\n\n${site.home.lead[site.defaultLocale]}\n\n`;
  return new Response(`${head}${first}${rest.join('')}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};

async function partOf(site: Site, locale: Locale): Promise<string> {
  const text = createTexts(locale);
  const lists = await Promise.all(
    LISTED_KINDS.map(async (kind) => {
      const entries = await getEntries<ListedKind>(kind, locale);
      return entries.length === 0
        ? ''
        : `## ${text(kind)}\n\n${entries.map((entry) => lineOf(entry, site)).join('')}\n`;
    }),
  );
  const home = `${site.domain}/${locale}/`;
  return (
    `## ${site.brand.name[locale]}\n\n` +
    `- [${text('home')}](${home}): ${site.home.lead[locale]}\n` +
    `- [${text('imprint')}](${home}imprint/)\n- [${text('privacy')}](${home}privacy/)\n` +
    `- [RSS](${home}feed.xml)\n\n${lists.join('')}`
  );
}

function lineOf({ title, path, description }: Entry, { domain }: Site): string {
  return `- [${title.replace(/[[\]]/g, '\\$&')}](${domain}${path}): ${description.replace(/\s+/g, ' ')}\n`;
}
