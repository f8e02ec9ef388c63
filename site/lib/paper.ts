import type { Form } from '../../edge/contract/form.ts';
import type { Locale, Localized } from '../../edge/contract/locale.ts';

/** A picture in the public output. */
export interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export interface Person {
  readonly id: string;
  readonly name: Localized;
  readonly title: Localized;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly territory: Localized;
  readonly photo?: Picture | undefined;
  readonly about?: Localized | undefined;
}

export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** A white paper in one language, with everything its page shows. */
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
  readonly cover: Picture;
  readonly coverAlt: string;
  readonly learn: readonly string[];
  /** Slugs. */
  readonly related: readonly string[];
  readonly form: Form;
  readonly fileName: string;
  readonly html: string;
  readonly headings: readonly Heading[];
}
