import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../support/run-script.ts';
import type { BuiltPage } from './built-site.ts';

export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };

/** What a page tells of itself in terms of schema.org. @throws {Error} where it is no JSON or of another vocabulary */
export function thingsOf({ document, path }: BuiltPage): Thing[] {
  return document.querySelectorAll('script[type="application/ld+json"]').flatMap(({ textContent }) => {
    if (/[<>&]/.test(textContent)) throw new Error(`${path}: a text could end the script`);
    const data = JSON.parse(textContent) as { '@context': string; '@graph': Thing[] };
    if (data['@context'] !== 'https://schema.org') throw new Error(`${path}: ${data['@context']}`);
    return data['@graph'];
  });
}

/** What search engines want to know of a thing before they show it, after their public guides. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  Organization: ['name', 'url', 'logo'],
  WebSite: ['name', 'url'],
  BreadcrumbList: ['itemListElement'],
  Article: ['headline', 'image', 'datePublished', 'dateModified', 'author', 'publisher'],
  Report: ['headline', 'image', 'datePublished', 'dateModified', 'author', 'publisher'],
  Product: ['name', 'image', 'description', 'brand'],
  Event: ['name', 'startDate', 'endDate', 'location', 'image', 'description', 'organizer', 'eventStatus'],
  FAQPage: ['mainEntity'],
  WebPage: ['name', 'url', 'description'],
};

/** Facts a thing lacks; a type we do not know lacks all. */
export function missingFacts(thing: Thing): string[] {
  const wanted = WANTED[thing['@type']];
  if (!wanted) return [`a known type instead of ${thing['@type']}`];
  return wanted.filter((key) => !isSaid(thing[key])).map((key) => `${key} of ${thing['@type']}`);
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

/**
 * Where descriptions break the vocabulary of schema.org: the compiler reads them against its types, so that an
 * unknown type, a property that the type does not have and a value of the wrong kind are all found.
 */
export function schemaMistakes(
  pages: readonly (readonly [path: string, things: readonly Thing[]])[],
): string[] {
  // The compiler takes long over each: of those that differ in their words alone it reads the first.
  const byForm = new Map<string, readonly [path: string, thing: Thing]>();
  for (const [path, things] of pages) {
    for (const thing of things) {
      const form = formOf(thing);
      if (!byForm.has(form)) byForm.set(form, [path, thing]);
    }
  }
  const read = [...byForm.values()];
  const lines = read.map(
    ([, thing], index) => `export const thing${index}: Thing = ${JSON.stringify(thing)};`,
  );
  const source = `import type { Thing } from 'schema-dts';\n${lines.join('\n')}\n`;
  const file = join(ROOT, 'json-ld.check.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? source : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, source, rest[0]) : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
    const line = source.slice(0, start).split('\n').length;
    return `${read[line - 2]?.[0]}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`;
  });
}

/** Types, keys and kinds of values. */
function formOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(formOf))].toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  const pairs = Object.entries(value).map(([key, each]) =>
    key === '@type' ? String(each) : `${key}:${formOf(each)}`,
  );
  return `{${pairs.toSorted().join()}}`;
}
