import { hash } from 'node:crypto';
import type { PageText } from '../../site/loader/mdx/page-text.ts';
import type { TextRenderer } from '../../site/loader/mdx/create-text-renderer.node.ts';
import type { Pack } from './open-pack.ts';

type RenderText = TextRenderer['render'];

/**
 * Renders texts, or takes them from `pack` where the same text of the same file was rendered before.
 * @param options.version Changes with the code that renders.
 */
export function renderFromPack(options: {
  readonly pack: Pack;
  readonly version: string;
  readonly render: RenderText;
}): RenderText {
  const { pack, version, render } = options;
  return async (source) => {
    const key = hash('sha256', [version, source.file, source.locale, source.text].join('\0'));
    const kept = pack.get(key);
    if (kept) return JSON.parse(kept.toString('utf8')) as PageText;
    const rendered = await render(source);
    if (rendered.issues.length === 0) pack.set(key, Buffer.from(JSON.stringify(rendered)));
    return rendered;
  };
}
