import type { Locale } from '../../edge/contract/locale.ts';

/** One document of the sample site in one language, as it is printed. */
export interface Paper {
  readonly kind: PaperKind;
  readonly slug: string;
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** ISO date; also the date inside the file. */
  readonly published: string;
  readonly company: string;
  readonly tagline: string;
  readonly address: string;
  readonly origin: string;
  readonly author: Contact;
  readonly owner: Contact;
  /** The long text, in Markdown. */
  readonly text: string;
  /** SVG source. */
  readonly cover: string;
  readonly logo: string;
}

/** The folder of its page. */
export type PaperKind = 'whitepapers' | 'products';

export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly about: string;
}
