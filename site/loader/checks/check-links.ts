import { LOCALES } from '../../../edge/contract/locale.ts';
import type { ContentFolder } from '../folder/content-folder.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue, Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { PageText } from '../mdx/page-text.ts';
import type { PageSource, Sources } from '../sources.ts';
import { hubPages } from './hub-pages.ts';
import { resolvePath } from './resolve-path.ts';
import { pagePath, sitePages, sitePaths } from './site-pages.ts';
import { stateOf, waitingPages, waitingPaths } from './waiting-pages.ts';
import type { Waiting } from './waiting-pages.ts';

interface Link {
  readonly target: string;
  readonly place: Place;
  /** The page it stands on. */
  readonly page: string;
  /** Folder of the file it stands in. */
  readonly directory: string;
  /** Ids that `#…` can lead to. */
  readonly anchors: readonly string[];
  /** The day its page comes out, empty where it is out; null where no visitor sees the link. */
  readonly day: string | null;
}

interface Destinations {
  readonly folder: ContentFolder;
  readonly paths: readonly string[];
  /** Pages the built site does not have yet. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly gated: ReadonlySet<string>;
  readonly origin: string | undefined;
}

/** Links within the site lead somewhere, and never to a gated file. */
export function checkLinks(
  folder: ContentFolder,
  { sources, gated, today }: { sources: Sources; gated: ReadonlySet<string>; today: string },
): Issue[] {
  const entries = new Set(sources.pages.map(({ id }) => id));
  const hubs = new Set(sources.pages.flatMap(hubPages));
  const origin = sources.site?.yaml.text(['domain'])?.trim();
  const waiting = waitingPages(sources.pages, today);
  const destinations = {
    folder,
    paths: sitePaths(entries, hubs),
    waiting: waitingPaths(waiting),
    gated,
    origin,
  };
  const links = linksOf(sources, today).flatMap((link) => {
    const explanation = explainLink(link, destinations);
    return explanation ? [issueAt(link.place, explanation)] : [];
  });
  return [...links, ...checkNavigation(sources, { pages: sitePages(entries, hubs), waiting })];
}

function explainLink(
  link: Link,
  { folder, paths, waiting, gated, origin }: Destinations,
): Explanation | undefined {
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
  const existing = [resolved, `${resolved}/`].find((each) => paths.includes(each));
  if (existing !== undefined)
    return explainWaiting(existing, { waiting: waiting.get(existing), from: link.day });
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

/** A link must not come out before the page it leads to. */
function explainWaiting(
  path: string,
  { waiting, from }: { waiting: Waiting | undefined; from: string | null },
): Explanation | undefined {
  if (!waiting || from === null || (waiting.day !== null && waiting.day <= from)) return undefined;
  return {
    code: 'UnpublishedPage',
    message: `${path} is not on the site yet: ${reasonOf(waiting)}.`,
    hint: 'Add the link when that is out, or bring the page out first.',
  };
}

function reasonOf({ day, entry }: Waiting): string {
  return day === null ? `${entry} is a draft` : `${entry} comes out on ${day}`;
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
  return {
    code: 'UnknownAnchor',
    message: `No heading of this page has the id "#${anchor}".`,
    ...(meant === undefined
      ? { hint: `There are ${known}.` }
      : { hint: `Did you mean "#${meant}"?`, fix: `[…](#${meant})` }),
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

function linksOf({ pages, variants, legal, forms }: Sources, today: string): Link[] {
  const inPages = withVariants(pages, variants).flatMap(({ source, text }) => {
    const { id, locale, yaml } = source;
    const anchors = ['get', ...text.headings.map((heading) => heading.slug)];
    const page = pagePath(locale, id);
    const state = stateOf(source, today);
    const scheduled = state === 'scheduled' ? (yaml.text(['published'])?.trim() ?? '') : null;
    const day = state === 'open' ? '' : scheduled;
    return text.links.map((link) => ({ ...link, page, directory: id, anchors, day }));
  });
  const inLegal = legal.flatMap(({ page, locale, text }) => {
    const anchors = text.headings.map((heading) => heading.slug);
    return text.links.map((link) => ({
      ...link,
      page: pagePath(locale, page),
      directory: '',
      anchors,
      day: '',
    }));
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
          day: '',
        }));
      }),
    );
  });
  return [...inPages, ...inLegal, ...inForms];
}

/** Texts with the page whose they are: it says when they come out. */
function withVariants(
  pages: Sources['pages'],
  variants: Sources['variants'],
): { source: PageSource; text: PageText }[] {
  const inVariants = variants.flatMap(({ id, locale, text }) => {
    const source = pages.find((page) => page.id === id && page.locale === locale);
    return source ? [{ source, text }] : [];
  });
  return [...pages.map((source) => ({ source, text: source.text })), ...inVariants];
}

function checkNavigation(
  { site }: Sources,
  { pages, waiting }: { pages: readonly string[]; waiting: ReadonlyMap<string, Waiting> },
): Issue[] {
  const items = site?.yaml.get(['navigation']);
  if (!site || !Array.isArray(items)) return [];
  return items.flatMap((_, index) => {
    const path = ['navigation', index, 'to'];
    const to = site.yaml.text(path)?.trim();
    if (to === undefined || to === '') return [];
    const early = explainWaiting(to, { waiting: waiting.get(to), from: '' });
    if (early) return [issueAt(site.yaml.placeOf(path), early)];
    if (pages.includes(to) || /^https:\/\/[^/@\s]+/.test(to)) return [];
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
