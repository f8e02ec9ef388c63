import type { PageText } from './page-text.ts';
import { renderText } from './render-text.ts';

/** Rendered texts of earlier loads by what they were made from; handed in by who loads more than once. */
export interface TextCache {
  /** Takes the place of `renderText`, to render on several threads. */
  readonly render?: (source: Parameters<typeof renderText>[0]) => Promise<PageText>;
  readonly texts: Map<string, { readonly text: string; readonly rendered: PageText }>;
}

/** Renders a text, or takes it from the cache when the file still says the same. */
export async function renderCached(
  source: Parameters<typeof renderText>[0],
  { texts, render = async (each) => renderText(each) }: TextCache,
): Promise<PageText> {
  const cached = texts.get(source.file);
  if (cached?.text === source.text) return cached.rendered;
  const rendered = await render(source);
  texts.set(source.file, { text: source.text, rendered });
  return rendered;
}
