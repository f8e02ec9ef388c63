import type * as z from 'zod';
import type { MailTemplateId } from '../../edge/contract/catalogue.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import type { OtherVariantId } from '../../edge/contract/variants.ts';
import type { ChannelsSchema } from '../schemas/channels-schema.ts';
import type { CreditSchema } from '../schemas/credit-schema.ts';
import type { FormSchema } from '../schemas/form-schema.ts';
import type { Kind } from '../schemas/kinds.ts';
import type { RoutingSchema } from '../schemas/routing-schema.ts';
import type { ScoringSchema } from '../schemas/scoring-schema.ts';
import type { Specs } from '../schemas/specs-schema.ts';
import type { Head, LegalPage, MailTexts, Person, Site, VariantHead } from './content.ts';
import type { Issue } from './issues/issue.ts';
import type { PageText } from './mdx/page-text.ts';
import type { YamlSource } from './yaml/parse-yaml.ts';

/** One file of the content folder, read and checked by itself. */
export interface Source<T> {
  readonly id: string;
  /** Path in the content folder. */
  readonly path: string;
  readonly yaml: YamlSource;
  /** Null where the file has issues. */
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

/** One language of an entry; its `id` is the entry's. */
export interface PageSource extends Source<Head> {
  readonly kind: Kind;
  readonly slug: string;
  readonly locale: Locale;
  readonly text: PageText;
}

/** Another version of an entry's page in one language; its `id` is the entry's. */
export interface VariantSource extends Source<VariantHead> {
  readonly kind: 'landing';
  readonly locale: Locale;
  readonly variant: OtherVariantId;
  readonly text: PageText;
}

export interface LegalSource {
  readonly page: LegalPage;
  readonly locale: Locale;
  readonly text: PageText;
}

/** All files of a content folder. */
export interface Sources {
  readonly site: Source<Site> | null;
  readonly legal: readonly LegalSource[];
  readonly forms: ReadonlyMap<string, Source<z.output<typeof FormSchema>>>;
  readonly people: ReadonlyMap<string, Source<Omit<Person, 'id'>>>;
  readonly mails: ReadonlyMap<MailTemplateId, Source<MailTexts[MailTemplateId]>>;
  readonly channels: Source<z.output<typeof ChannelsSchema>> | null;
  readonly scoring: Source<z.output<typeof ScoringSchema>> | null;
  readonly routing: Source<z.output<typeof RoutingSchema>> | null;
  readonly credit: Source<z.output<typeof CreditSchema>> | null;
  readonly pages: readonly PageSource[];
  readonly variants: readonly VariantSource[];
  /** Specification tables, by entry id. */
  readonly specs: ReadonlyMap<string, Source<Specs>>;
}
