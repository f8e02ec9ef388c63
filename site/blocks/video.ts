import * as z from 'zod';
import type { Localized } from '../../edge/contract/locale.ts';
import { formattedText } from '../schemas/formatted-text.ts';
import { PictureSchema } from '../schemas/picture-schema.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';
import { pictures } from './picture.ts';
import { VIDEO_PROVIDERS, VIDEO_PROVIDER_NAMES, type VideoProvider } from './video-providers.ts';

const VideoPropsSchema = z
  .strictObject({
    /** What the film is about. Required. */
    title: TextSchema.max(120),
    /** The still picture before it plays, beside this page. Required. */
    poster: PictureSchema,
    /** A film beside this page, instead of `provider` and `id`. */
    file: formattedText({
      test: (value) => /^[^/\\:*?"<>|\p{Cc}]+\.(mp4|webm)$/iu.test(value),
      expects: 'Name a film in the same folder, ending in .mp4 or .webm.',
      example: 'film.mp4',
      repair: (value) => value.replace(/^.*[/\\]/, ''),
    }).optional(),
    /** Where the film is: `bilibili`, `qq`, `vimeo` or `youtube`. */
    provider: z.enum(VIDEO_PROVIDER_NAMES).optional(),
    /** The film's id there. */
    id: TextSchema.max(40).optional(),
    /** How long it takes, e.g. `2:30`. */
    length: formattedText({
      test: (value) => /^\d{1,2}(:\d{2}){1,2}$/.test(value),
      expects: 'Write minutes and seconds.',
      example: '2:30',
    }).optional(),
    /** A line below it. */
    caption: TextSchema.max(200).optional(),
  })
  .superRefine(({ file, provider, id }, context) => {
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (file !== undefined && provider !== undefined)
      fail('provider', 'A film has either "file" or "provider" and "id".');
    if (file === undefined && provider === undefined) fail('file', 'There is no film.');
    if (provider === undefined) return;
    if (id === undefined) fail('id', 'There is no film.');
    else if (!VIDEO_PROVIDERS[provider].id.test(id)) {
      fail('id', `A film of ${provider} is named like "${VIDEO_PROVIDERS[provider].example}".`);
    }
  });

/**
 * A film that loads when it is asked for: until then there is a picture of ours and a plain link, and nobody else
 * learns of the visit.
 */
export const video = defineBlock({
  name: 'Video',
  props: VideoPropsSchema,
  children: 'none',
  example: '<Video title="The gauge at 60 m/min" poster="cover.svg" provider="bilibili" id="BV1xx411c7mD" />',
  render: ({ title, poster, file, provider, id = '', length, caption }, { at, locale }) => {
    const source = provider ? remote(provider, id) : { href: file ?? '', dataVideo: 'file' };
    const words = TEXTS[locale];
    const link = element('a', { className: ['film-link'], dataTitle: title, ...source }, [
      ...pictures({ picture: poster }, { locate: (node) => at(['poster'], decorative(node)) }),
      element('span', { className: ['film-play'] }, [
        element('span', { className: ['film-sign'], ariaHidden: 'true' }),
        element('span', {}, [`${words.play}${title}`]),
        ...(length === undefined ? [] : [' ', element('span', { className: ['film-length'] }, [length])]),
      ]),
    ]);
    const notes = [caption, provider && words.from(VIDEO_PROVIDERS[provider].name)].filter(Boolean);
    return element('figure', { className: ['film'] }, [
      file === undefined ? link : at(['file'], link),
      ...(notes.length > 0 ? [element('figcaption', {}, [notes.join(locale === 'zh' ? '' : ' ')])] : []),
    ]);
  },
});

const TEXTS: Localized<{ play: string; from: (name: string) => string }> = {
  zh: { play: '播放：', from: (name) => `点击后才会连接${name}。` },
  en: { play: 'Play: ', from: (name) => `Nothing is loaded from ${name} before you click.` },
};

function remote(provider: VideoProvider, id: string) {
  const { frame, page } = VIDEO_PROVIDERS[provider];
  return { href: page(id), rel: ['noopener'], dataVideo: 'frame', dataFrame: frame(id) };
}

/** The link says what the picture shows. */
function decorative(node: ReturnType<typeof element>): ReturnType<typeof element> {
  return { ...node, properties: { ...node.properties, role: 'presentation' } };
}
