import type { PageText } from './page-text.ts';
import { renderText } from './render-text.ts';

/** Rendered texts of earlier loads by what they were made from; handed in by who loads more than once. */
export interface TextCache {
  readonly texts: Map<string, { readonly text: string; readonly rendered: PageText }>;
}

/** Renders a text, or takes it from the cache when the file still says the same. */
export function renderCached(source: Parameters<typeof renderText>[0], { texts }: TextCache): PageText {
  const cached = texts.get(source.file);
  if (cached?.text === source.text) return cached.rendered;
  const rendered = renderText(source);
  texts.set(source.file, { text: source.text, rendered });
  return rendered;
}
