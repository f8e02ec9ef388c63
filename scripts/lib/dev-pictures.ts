import { join } from 'node:path';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { sharePicture, type ShareShape } from '../../site/seo/share-picture.ts';
import { resolveColors } from '../../site/theme/resolve-theme.ts';
import { drawIcons } from './draw-icons.ts';
import { createShareArtist, type ShareArtist } from './share/create-share-artist.ts';
import { planSharePictures } from './share/plan-share-pictures.ts';

/** A picture that a build draws and a browser asks for while writing, too. */
export interface DevPicture {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Draws icons and share pictures when they are asked for, out of the content as it is now. */
export function createDevPictures(
  contentRoot: string,
): (pathname: string) => Promise<DevPicture | undefined> {
  let artist: Promise<ShareArtist> | undefined;
  return async (pathname) => {
    const isShare = pathname.startsWith('/share/');
    if (!isShare && !ICON.test(pathname)) return undefined;
    const { content } = await loadContent(contentRoot, { isWriting: true });
    if (!content) return undefined;
    if (!isShare) {
      const { band } = resolveColors(content.site.theme);
      const icons = await drawIcons({ logoPath: join(contentRoot, content.site.brand.logo), band });
      const bytes = icons.get(pathname);
      return bytes && { bytes, mediaType: mediaTypeOf(pathname) };
    }
    for (const { page, card } of planSharePictures(content, contentRoot)) {
      const shape = SHAPES.find(
        (one) => sharePicture(page, { locale: card.locale, shape: one }) === pathname,
      );
      if (!shape) continue;
      artist ??= createShareArtist();
      return { bytes: (await (await artist).draw(card))[shape], mediaType: 'image/jpeg' };
    }
    return undefined;
  };
}

const SHAPES: readonly ShareShape[] = ['wide', 'square'];
const ICON = /^\/(?:favicon\.(?:ico|svg)|apple-touch-icon\.png|icon-[\w-]+\.png)$/;

function mediaTypeOf(pathname: string): string {
  if (pathname.endsWith('.svg')) return 'image/svg+xml';
  return pathname.endsWith('.ico') ? 'image/x-icon' : 'image/png';
}
