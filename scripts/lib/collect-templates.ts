import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue, EdgePage, MailTemplate, MailTemplateId } from '../../edge/contract/catalogue.ts';
import { LOCALES, type Locale, type Localized } from '../../edge/contract/locale.ts';

/** Where `site/pages/gatehouse-templates/` puts what the edge sends. */
export const TEMPLATES_FOLDER = 'gatehouse-templates';

const PAGES = Object.keys({
  thanks: true,
  registered: true,
  refused: true,
  expired: true,
  held: true,
  message: true,
} satisfies Record<EdgePage, true>) as EdgePage[];

const MAILS = Object.keys({
  download: true,
  confirmation: true,
  owner: true,
} satisfies Record<MailTemplateId, true>) as MailTemplateId[];

type Templates = Pick<Catalogue, 'pages' | 'mails'>;

/**
 * Gathers the templates of pages and mails.
 * @param read Resolves to the text at an origin-relative path under the templates' folder, as a browser would ask.
 */
export async function readTemplates(read: (path: string) => Promise<string>): Promise<Templates> {
  const page = (name: EdgePage): Promise<Localized> => localize((locale) => read(`page/${name}.${locale}/`));
  const mail = (name: MailTemplateId): Promise<Localized<MailTemplate>> =>
    localize(async (locale) => {
      const [subject, html, text] = await Promise.all(
        ['.subject.txt', '.html', '.txt'].map((end) => read(`mail/${name}.${locale}${end}`)),
      );
      return { subject: subject!, html: html!, text: text! };
    });
  return { pages: await record(PAGES, page), mails: await record(MAILS, mail) };
}

/** Moves the templates out of the built site: they are drawn with the pages but are not for the public. */
export async function collectTemplates(siteFolder: string): Promise<Templates> {
  const folder = join(siteFolder, TEMPLATES_FOLDER);
  const templates = await readTemplates((path) =>
    readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8'),
  );
  await rm(folder, { recursive: true });
  return templates;
}

async function localize<Value>(value: (locale: Locale) => Promise<Value>): Promise<Localized<Value>> {
  return record(LOCALES, value);
}

async function record<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Promise<Value>,
): Promise<Record<Key, Value>> {
  const entries = keys.map(async (key) => [key, await value(key)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<Key, Value>;
}
