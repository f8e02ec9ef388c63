import { LOCALES } from '../../../edge/contract/locale.ts';
import type { ContentFolder } from '../folder/content-folder.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue, Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Sources } from '../sources.ts';
import { resolvePath } from './resolve-path.ts';
import { pagePath, sitePages, sitePaths } from './site-pages.ts';

interface Link {
  readonly target: string;
  readonly place: Place;
  /** The page it stands on. */
  readonly page: string;
  /** Folder of the file it stands in. */
  readonly directory: string;
  /** Ids that `#…` can lead to. */
  readonly anchors: readonly string[];
}

interface Destinations {
  readonly folder: ContentFolder;
  readonly paths: readonly string[];
  readonly gated: ReadonlySet<string>;
  readonly origin: string | undefined;
}

/** Links within the site lead somewhere, and never to a gated file. */
export function checkLinks(
  folder: ContentFolder,
  { sources, gated }: { sources: Sources; gated: ReadonlySet<string> },
): Issue[] {
  const entries = new Set(sources.pages.map(({ id }) => id));
  const origin = sources.site?.yaml.text(['domain'])?.trim();
  const destinations = { folder, paths: sitePaths(entries), gated, origin };
  const links = linksOf(sources).flatMap((link) => {
    const explanation = explainLink(link, destinations);
    return explanation ? [issueAt(link.place, explanation)] : [];
  });
  return [...links, ...checkNavigation(sources, sitePages(entries))];
}

function explainLink(link: Link, { folder, paths, gated, origin }: Destinations): Explanation | undefined {
  const { target, page, directory, anchors } = link;
  if (target.startsWith('#')) return explainAnchor(target.slice(1), anchors);
  const local =
    origin !== undefined && target.startsWith(`${origin}/`) ? target.slice(origin.length) : target;
  if (/^[a-z][a-z\d+.-]*:/i.test(local)) return undefined;
  const [path = ''] = local.split(/[?#]/, 1);
  const file = resolvePath(directory, path);
  if (file !== null && gated.has(file)) return EXPOSED(path);
  if (file !== null && folder.files.has(file)) return FILE_LINK(path);
  const resolved = pathnameOf(path, page);
  if (paths.includes(resolved) || paths.includes(`${resolved}/`)) return undefined;
  if ([...gated].some((each) => resolved.endsWith(`/${each.slice(each.lastIndexOf('/') + 1)}`)))
    return EXPOSED(path);
  const meant =
    nearest(resolved, paths) ??
    (paths.includes(pagePath('en', resolved.replaceAll(/^\/|\/$/g, ''))) ? `/en${resolved}` : undefined);
  return {
    code: 'UnknownPage',
    message: `There is no page ${resolved} on this site.`,
    ...(meant === undefined
      ? { hint: 'Pages look like /en/whitepapers/ or /zh/whitepapers/<slug>/.' }
      : { hint: `Did you mean "${meant}"?`, fix: `[…](${meant})` }),
  };
}

const EXPOSED = (path: string): Explanation => ({
  code: 'GatedFileExposed',
  message: `"${path}" is a gated file: a link to it would go around the form.`,
  hint: 'Lead to the form instead:',
  fix: '<Cta label="…" />',
});

const FILE_LINK = (path: string): Explanation => ({
  code: 'FileLink',
  message: `"${path}" is a file beside the page; only pictures and gated files are published.`,
  hint: 'Link to a page by its address, e.g. /en/whitepapers/, or put the file behind a gate.',
});

function explainAnchor(anchor: string, anchors: readonly string[]): Explanation | undefined {
  if (anchor === '' || anchors.includes(anchor)) return undefined;
  const meant = nearest(anchor, anchors);
  const known = anchors.map((each) => `#${each}`).join(', ');
  const hint = known === '' ? 'The page has no headings to lead to.' : `There are ${known}.`;
  return {
    code: 'UnknownAnchor',
    message: `No heading of this page has the id "#${anchor}".`,
    ...(meant === undefined ? { hint } : { hint: `Did you mean "#${meant}"?`, fix: `[…](#${meant})` }),
  };
}

function pathnameOf(path: string, page: string): string {
  if (!URL.canParse(path, `https://site.invalid${page}`)) return path;
  const { pathname } = new URL(path, `https://site.invalid${page}`);
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

function linksOf({ pages, legal, forms }: Sources): Link[] {
  const inPages = pages.flatMap(({ id, locale, text, yaml }) => {
    const form = yaml.get(['gate']) === undefined ? [] : ['get'];
    const anchors = [...form, ...text.headings.map((heading) => heading.slug)];
    const page = pagePath(locale, id);
    return text.links.map((link) => ({ ...link, page, directory: id, anchors }));
  });
  const inLegal = legal.flatMap(({ page, locale, text }) => {
    const anchors = text.headings.map((heading) => heading.slug);
    return text.links.map((link) => ({ ...link, page: pagePath(locale, page), directory: '', anchors }));
  });
  const inForms = [...forms.values()].flatMap(({ yaml }) => {
    const consents = yaml.get(['consents']);
    const count = Array.isArray(consents) ? consents.length : 0;
    return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
      LOCALES.flatMap((locale) => {
        const path = ['consents', index, 'text', locale];
        return [...(yaml.text(path) ?? '').matchAll(/\]\(([^)\s]*)\)/g)].map((match) => ({
          target: match[1] ?? '',
          place: yaml.placeIn(path, match.index + 2),
          page: pagePath(locale, ''),
          directory: '',
          anchors: [],
        }));
      }),
    );
  });
  return [...inPages, ...inLegal, ...inForms];
}

function checkNavigation({ site }: Sources, pages: readonly string[]): Issue[] {
  const items = site?.yaml.get(['navigation']);
  if (!site || !Array.isArray(items)) return [];
  return items.flatMap((_, index) => {
    const path = ['navigation', index, 'to'];
    const to = site.yaml.text(path)?.trim();
    if (to === undefined || to === '' || pages.includes(to) || /^https:\/\/[^/@\s]+/.test(to)) return [];
    const bare = to.replace(/^\/?(zh|en)(?=\/|$)/, '').replaceAll(/^\/|\/$/g, '');
    const meant = pages.includes(bare) ? bare : nearest(bare, pages);
    const explanation: Explanation = {
      code: 'UnknownPage',
      message: `navigation[${index}].to is "${to}". There is no such page; pages are named without language and slashes.`,
      ...(meant !== undefined && {
        hint: `Did you mean "${meant}"?`,
        fix: `to: ${meant === '' ? "''" : meant}`,
      }),
    };
    return [issueAt(site.yaml.placeOf(path), explanation)];
  });
}
