import type { ImageMetadata } from 'astro';
import type { CollectionEntry } from 'astro:content';
import type { Form } from '../../edge/contract/form.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import type { VariantId } from '../../edge/contract/variants.ts';
import type { EntryState } from '../schemas/entry-state.ts';
import type { Kind } from '../schemas/kinds.ts';

export type Person = CollectionEntry<'people'>['data'] & { readonly id: string };

/** An entry in one language, with what every kind's pages and lists show; `data` has what is its kind's own. */
export type Entry<K extends Kind = Kind> = {
  [Each in K]: EntryFacts & {
    readonly kind: Each;
    readonly data: Extract<CollectionEntry<'entries'>['data'], { kind: Each }>;
  };
}[K];

interface EntryFacts {
  /** For `render`. */
  readonly source: CollectionEntry<'entries'> | CollectionEntry<'variants'>;
  /** Kind folder and slug, e.g. `whitepapers/inline-gauging`. */
  readonly id: string;
  readonly slug: string;
  readonly locale: Locale;
  /** Which version of the page it is; null where there is one only. */
  readonly variant: VariantId | null;
  /** Origin-relative. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** `2026-10-12`. */
  readonly published: string;
  /** The day it was last changed in a way that matters to readers. */
  readonly modified: string;
  readonly state: EntryState;
  readonly author: Person | undefined;
  /** Labels, in the entry's language; their ids are in `data`. */
  readonly roles: readonly string[];
  readonly industries: readonly string[];
  readonly cover: ImageMetadata;
  readonly coverAlt: string;
  /** Whole entry ids. */
  readonly related: readonly string[];
  /** Undefined for an entry without a gate. */
  readonly form: Form | undefined;
  /** What happens after the form where there is no file. */
  readonly thanks: string;
  /** The gated file; undefined where the form stands before none. */
  readonly file: { readonly name: string; readonly bytes: number } | undefined;
}

/** An entry with a gate, whether or not there is a file behind it. */
export type GatedEntry<K extends Kind = Kind> = Entry<K> & { readonly form: Form };
