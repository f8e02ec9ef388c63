import { relative, sep } from 'node:path';
import { listFiles } from '../list-files.ts';

/** One picture to take: its name and the path behind the language. */
export interface SiteShot {
  readonly name: string;
  readonly path: string;
}

/** The entry that stands for its kind; else the first does. */
const MODELS: Readonly<Record<string, string>> = {
  whitepapers: 'inline-gauging',
  products: 'lg-40',
  landing: 'electrode-open-day',
};
/** What stands behind the path, where the page is empty without. */
const QUERIES: Readonly<Record<string, string>> = {
  'products/compare': '?p=lg-40&p=lg-80',
};
/** Pages that show what no other does. */
const SPECIAL = new Set(['products/compare', 'landing/vial-sample-test']);

/** One shot of each kind of page that a built site has: a kind that is new is among them by itself. */
export async function siteShots(siteFolder: string): Promise<SiteShot[]> {
  const files = (await listFiles(siteFolder)).map((path) => relative(siteFolder, path).split(sep).join('/'));
  const pages = files.flatMap((file) => /^zh\/(?:(.+)\/)?index\.html$/.exec(file)?.[1] ?? []);
  const folders = new Map<string, string[]>();
  for (const page of pages.filter((one) => one.includes('/') && !SPECIAL.has(one))) {
    const folder = page.slice(0, page.lastIndexOf('/'));
    folders.set(folder, [...(folders.get(folder) ?? []), page]);
  }
  const models = [...folders].map(([folder, inside]) => {
    const model = inside.find((page) => page === `${folder}/${MODELS[folder] ?? ''}`);
    return { name: `${folder.replaceAll('/', '-')}-page`, page: model ?? inside[0] ?? '' };
  });
  const others = pages
    .filter((page) => !page.includes('/') || SPECIAL.has(page))
    .map((page) => ({ name: page.replaceAll('/', '-'), page }));
  const found = [...models, ...others].toSorted((a, b) => a.page.localeCompare(b.page));
  return [
    { name: 'home', path: '' },
    ...found.map(({ name, page }) => ({ name, path: `${page}/${QUERIES[page] ?? ''}` })),
    { name: 'not-found', path: 'no-such-page/' },
  ];
}
