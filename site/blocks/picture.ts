import type { Element } from 'hast';
import type * as z from 'zod';
import { PictureSchema } from '../schemas/picture-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { element } from './element.ts';

/** The props of a picture that may be there. */
export const PICTURE_PROPS = {
  /** A picture beside this page. */
  picture: PictureSchema.optional(),
  /** What the picture shows, for people who can't see it. Required with `picture`. */
  alt: TextSchema.max(300).optional(),
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** For `refine`: a picture comes with words. */
export function hasAlt({ picture, alt }: Picture): boolean {
  return picture === undefined || alt !== undefined;
}

export const ALT_MISSING = { path: ['alt'], error: 'A picture needs words for people who can’t see it.' };

interface Picture {
  readonly picture?: string | undefined;
  readonly alt?: string | undefined;
}

interface Placing {
  /** Gives it the place of its prop. */
  readonly locate: (node: Element) => Element;
  /** The largest of the first screen, fetched at once. */
  readonly isFirst?: boolean;
  /** How wide it is drawn, as `sizes` says it; left out: as wide as the text. */
  readonly sizes?: string;
}

/** The picture, handed to Astro when the text is polished; nothing where there is none. */
export function pictures(
  { picture, alt = '' }: Picture,
  { locate, isFirst = false, sizes }: Placing,
): Element[] {
  if (picture === undefined) return [];
  const loading = isFirst ? { loading: 'eager' } : {};
  return [locate(element('img', { src: picture, alt, ...loading, ...(sizes !== undefined && { sizes }) }))];
}
