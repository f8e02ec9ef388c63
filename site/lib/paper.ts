import type { ImageMetadata } from 'astro';
import type { CollectionEntry } from 'astro:content';
import type { Form } from '../../edge/contract/form.ts';
import type { Locale } from '../../edge/contract/locale.ts';

export type Person = CollectionEntry<'people'>['data'] & { readonly id: string };

/** A white paper in one language, with everything its page shows; the running text is `source`, rendered. */
export interface Paper {
  /** Entry id, e.g. `whitepapers/inline-gauging`. */
  readonly entry: string;
  readonly slug: string;
  readonly locale: Locale;
  /** Origin-relative. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** `2026-10-12`. */
  readonly published: string;
  readonly author: Person | undefined;
  /** Labels, in the paper's language. */
  readonly roles: readonly string[];
  readonly industries: readonly string[];
  readonly pages: number | undefined;
  readonly cover: ImageMetadata;
  readonly coverAlt: string;
  readonly learn: readonly string[];
  /** Slugs. */
  readonly related: readonly string[];
  readonly form: Form;
  readonly file: { readonly name: string; readonly bytes: number };
  readonly source: CollectionEntry<'whitepapers'>;
}
