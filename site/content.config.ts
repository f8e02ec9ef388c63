import process from 'node:process';
import { defineCollection } from 'astro:content';
import { createContentLoaders } from './loader/create-content-loaders.node.ts';
import { contentRoot } from './loader/folder/content-root.node.ts';
import { entryPageSchema } from './schemas/entry-page-schema.ts';
import { FormEntrySchema } from './schemas/form-entry-schema.ts';
import { HubSchema } from './schemas/hub-schema.ts';
import { LegalTextSchema } from './schemas/legal-text-schema.ts';
import { MailEntrySchema } from './schemas/mail-entry-schema.ts';
import { personSchema } from './schemas/person-schema.ts';
import { siteSchema } from './schemas/site-schema.ts';
import { withPictures } from './schemas/with-pictures.ts';

const loader = createContentLoaders({ root: contentRoot({ env: process.env, cwd: process.cwd() }) });

export const collections = {
  /** One entry, `site`. */
  site: defineCollection({ loader: loader('site'), schema: withPictures(siteSchema) }),
  /** By form id. */
  forms: defineCollection({ loader: loader('forms'), schema: FormEntrySchema }),
  /** By person id. */
  people: defineCollection({ loader: loader('people'), schema: withPictures(personSchema) }),
  /** `download` and `owner`. */
  mails: defineCollection({ loader: loader('mails'), schema: MailEntrySchema }),
  /** By `<kind>/<slug>/<locale>`. */
  entries: defineCollection({
    loader: loader('entries'),
    schema: withPictures(entryPageSchema),
  }),
  /** Other versions of entries’ pages, by `<kind>/<slug>/<locale>.<variant>`. */
  variants: defineCollection({
    loader: loader('variants'),
    schema: withPictures(entryPageSchema),
  }),
  /** By `<facet>/<id>`. */
  hubs: defineCollection({ loader: loader('hubs'), schema: HubSchema }),
  /** `imprint/<locale>` and `privacy/<locale>`. */
  legal: defineCollection({ loader: loader('legal'), schema: LegalTextSchema }),
};
