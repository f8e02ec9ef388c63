import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Locale, Localized } from '../../edge/contract/locale.ts';
import { SpecsSchema } from '../../site/schemas/specs-schema.ts';
import type { Specs } from '../../site/schemas/specs-schema.ts';
import { dataPackText } from './data-pack-text.ts';
import type { Contact, Paper, PaperKind } from './paper.ts';

const HERE = import.meta.dirname;
const CONTENT = join(HERE, '../../content');

/** Puts a paper together from its page in `content/` and its long text beside this script. */
export async function readPaper({ kind, slug, locale }: Place): Promise<Paper> {
  const front = await readFront({ kind, slug, locale });
  const site = parse(await readFile(join(CONTENT, 'site.yaml'), 'utf8')) as Site;
  const text = await readFile(join(HERE, 'text', `${slug}.${locale}.md`), 'utf8');
  return {
    kind,
    slug,
    locale,
    title: front.title,
    description: front.description,
    published: front.published,
    company: site.legal.company[locale],
    tagline: site.brand.tagline[locale],
    address: site.contact.address[locale],
    origin: site.domain,
    author: await readContact(front.author, locale),
    owner: await readContact(front.owner, locale),
    text:
      kind === 'products'
        ? dataPackText({ ...front, locale, specs: await readSpecs(slug), notes: text })
        : text,
    cover: await readFile(join(CONTENT, kind, slug, front.cover), 'utf8'),
    logo: await readFile(join(CONTENT, site.brand.logo), 'utf8'),
  };
}

/** The specification table of a product. */
export async function readSpecs(slug: string): Promise<Specs> {
  return SpecsSchema.parse(parse(await readFile(join(CONTENT, 'products', slug, 'specs.yaml'), 'utf8')));
}

interface Place {
  readonly kind: PaperKind;
  readonly slug: string;
  readonly locale: Locale;
}

async function readFront({ kind, slug, locale }: Place): Promise<Front> {
  const page = await readFile(join(CONTENT, kind, slug, `${locale}.mdx`), 'utf8');
  return parse(page.split(/^---$/m)[1] ?? '') as Front;
}

async function readContact(id: string, locale: Locale): Promise<Contact> {
  const person = parse(await readFile(join(CONTENT, 'people', `${id}.yaml`), 'utf8')) as Person;
  return {
    name: person.name[locale],
    title: person.title[locale],
    email: person.email,
    phone: person.phone,
    about: person.about[locale],
  };
}

interface Front {
  readonly title: string;
  readonly description: string;
  readonly published: string;
  readonly author: string;
  readonly owner: string;
  readonly cover: string;
  /** Of a product. */
  readonly name: string;
  readonly highlights: readonly { readonly value: string; readonly label: string }[];
  readonly delivery: readonly string[];
}

interface Site {
  readonly domain: string;
  readonly brand: { readonly tagline: Localized; readonly logo: string };
  readonly contact: { readonly address: Localized };
  readonly legal: { readonly company: Localized };
}

interface Person {
  readonly name: Localized;
  readonly title: Localized;
  readonly email: string;
  readonly phone: string;
  readonly about: Localized;
}
