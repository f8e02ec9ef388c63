import { formattedText } from './formatted-text.ts';

/** File endings of the pictures a page may show. */
export const PICTURE_ENDINGS = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif'] as const;

/** The name of a picture in the same folder as the file that names it. */
export const PictureSchema = formattedText({
  test: (value) => PICTURE.test(value),
  expects: `Name a picture in the same folder, ending in ${PICTURE_ENDINGS.map((e) => `.${e}`).join(', ')}.`,
  example: 'cover.svg',
  repair: (value) => value.replace(/^\.?\//, ''),
});

const PICTURE = new RegExp(`^[^/\\\\:*?"<>|]+\\.(${PICTURE_ENDINGS.join('|')})$`, 'i');
