import type { Locale } from '../../../edge/contract/locale.ts';

/** What a share picture shows. */
export interface ShareCard {
  readonly locale: Locale;
  /** Over the title, e.g. the kind of the entry; empty for none. */
  readonly label: string;
  readonly title: string;
  /** Name of the company. */
  readonly brand: string;
  /** Host of the site. */
  readonly host: string;
  readonly logoPath: string;
  /** Null where there is no picture: then the logo stands for it. */
  readonly coverPath: string | null;
  readonly colors: ShareColors;
}

/** CSS colours. */
export interface ShareColors {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly signal: string;
}
