import type { HtmlElement } from 'html-validate';
import type { BuiltPage, BuiltSite } from './built-site.ts';

/** What a browser fetches by itself when it shows a page; links that a visitor follows are not among it. */
const LOADED: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src', 'srcdoc'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
};
const LOADED_LINKS =
  /^(?:stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)$/;

/** Every address that a page makes the browser fetch, as written. */
export function loadedAddresses({ document }: BuiltPage): string[] {
  const fromElements = Object.entries(LOADED).flatMap(([tag, names]) =>
    document
      .querySelectorAll(tag)
      .flatMap((element) =>
        names.flatMap((name) => addressesIn(name, element.getAttributeValue(name) ?? '')),
      ),
  );
  const fromLinks = document
    .querySelectorAll('link')
    .filter((link) => (link.getAttributeValue('rel') ?? '').split(' ').some((rel) => LOADED_LINKS.test(rel)))
    .map((link) => link.getAttributeValue('href') ?? '');
  return [...fromElements, ...fromLinks];
}

/**
 * The scripts that a page loads by itself, with all that they import, and its inline ones.
 * @throws when one does not exist
 */
export function scriptsOf(page: BuiltPage, site: BuiltSite): Buffer[] {
  // What stands in a template is loaded when a script takes it out.
  return scriptsAmong(
    page.document.querySelectorAll('script').filter((script) => !script.closest('template')),
    { page, site },
  );
}

/** What is loaded besides, once the visitor has agreed. @throws when one does not exist */
export function scriptsAfterConsent(page: BuiltPage, site: BuiltSite): Buffer[] {
  return without(scriptsOf(page, site), scriptsIn('journey', { page, site }));
}

/** What is loaded besides that, once they have registered, too. @throws when one does not exist */
export function scriptsAfterRegistration(page: BuiltPage, site: BuiltSite): Buffer[] {
  const before = [...scriptsOf(page, site), ...scriptsIn('journey', { page, site })];
  return without(before, scriptsIn('visitor', { page, site }));
}

function scriptsIn(
  template: 'journey' | 'visitor',
  { page, site }: { page: BuiltPage; site: BuiltSite },
): Buffer[] {
  return scriptsAmong(page.document.querySelectorAll(`template[data-${template}] script`), { page, site });
}

function without(before: readonly Buffer[], scripts: readonly Buffer[]): Buffer[] {
  return scripts.filter((script) => !before.includes(script));
}

function scriptsAmong(
  scripts: readonly HtmlElement[],
  { page, site }: { page: BuiltPage; site: BuiltSite },
): Buffer[] {
  const inline = scripts
    // Data for search engines, which no browser runs.
    .filter((script) => script.getAttributeValue('type') !== 'application/ld+json')
    .map(({ textContent }) => Buffer.from(textContent))
    .filter(({ length }) => length > 0);
  const addresses = [
    ...scripts.map((script) => script.getAttributeValue('src') ?? ''),
    ...page.document
      .querySelectorAll('link[rel="modulepreload"]')
      .map((link) => link.getAttributeValue('href') ?? ''),
  ].filter(Boolean);
  return [...follow(addresses, { site, imports: /\b(?:import|from)\s*\(?\s*["']([^"']+)["']/g }), ...inline];
}

/** The style sheets of a page with all that they import, and its inline ones. @throws when one does not exist */
export function stylesOf(page: BuiltPage, site: BuiltSite): Buffer[] {
  const inline = page.document.querySelectorAll('style').map(({ textContent }) => Buffer.from(textContent));
  const addresses = page.document
    .querySelectorAll('link[rel="stylesheet"]')
    .map((link) => link.getAttributeValue('href') ?? '');
  return [...follow(addresses, { site, imports: /@import\s+(?:url\()?["']?([^"')\s;]+)/g }), ...inline];
}

function follow(
  addresses: readonly string[],
  { site, imports }: { site: BuiltSite; imports: RegExp },
): Buffer[] {
  const found = new Map<string, Buffer>();
  const visit = (address: string): void => {
    if (found.has(address)) return;
    const file = site.files.get(address);
    if (!file) throw new Error(`${address} is loaded but is no file of the site`);
    found.set(address, file);
    for (const [, imported = ''] of file.toString().matchAll(imports)) {
      visit(new URL(imported, `http://site${address}`).pathname);
    }
  };
  addresses.forEach(visit);
  return [...found.values()];
}

function addressesIn(attribute: string, value: string): string[] {
  if (!value) return [];
  if (attribute !== 'srcset') return [value];
  return value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
}
