import type { Locale, Localized } from '../../edge/contract/locale.ts';
import type { Kind } from '../../site/schemas/kinds.ts';

/** What a person says of an entry that is to be made. */
export interface NewEntry {
  readonly kind: Kind;
  readonly slug: string;
  readonly title: Localized;
  /** Left out: a hint of what to write. */
  readonly description?: Localized | undefined;
  readonly roles: readonly string[];
  readonly industries: readonly string[];
  readonly stage: string;
  /** Of a product. */
  readonly family?: string | undefined;
  /** Left out: no gate, or the first form where the kind needs one. */
  readonly form?: string | undefined;
  /** Paths of the gated files; left out where there is none, or none yet. */
  readonly files?: Localized | undefined;
  /** `2026-10-12`. */
  readonly day: string;
}

/** A content folder as far as a new entry has to fit in. */
export interface ContentFacts {
  readonly root: string;
  readonly defaultLocale: Locale;
  readonly timeZone: string;
  readonly roles: readonly Choice[];
  readonly industries: readonly Choice[];
  readonly families: readonly Choice[];
  /** Ids. */
  readonly forms: readonly string[];
  /** `<kind>/<slug>` of each entry. */
  readonly entries: readonly string[];
}

export interface Choice {
  readonly id: string;
  readonly label: Localized;
}
