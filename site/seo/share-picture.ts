import type { Locale } from '../../edge/contract/locale.ts';

/** `wide` for cards of social networks and messengers, `square` for WeChat and QQ. */
export type ShareShape = 'wide' | 'square';

/** Size in pixels. */
export const SHARE_SIZES: Readonly<Record<ShareShape, { readonly width: number; readonly height: number }>> =
  {
    wide: { width: 1200, height: 630 },
    square: { width: 800, height: 800 },
  };

/**
 * Origin-relative path of a picture that stands for a page where it is shared. It says nothing of the contents, so
 * that what was shared before gets the new picture, too.
 * @param page Entry id, kind of a list, or empty for the site itself.
 */
export function sharePicture(page: string, { locale, shape }: { locale: Locale; shape: ShareShape }): string {
  const name = page === '' ? locale : `${locale}/${page}`;
  return `/share/${name}${shape === 'square' ? '.square' : ''}.jpg`;
}
