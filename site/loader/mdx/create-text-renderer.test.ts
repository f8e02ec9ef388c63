import { expect, test } from 'vitest';
import { createTextRenderer } from './create-text-renderer.node.ts';
import { renderText } from './render-text.ts';

const SOURCES = Array.from({ length: 100 }, (_, index) => ({
  file: `text-${index}.mdx`,
  // Every tenth holds a mistake: what is found travels between the threads, too.
  text: `## Heading ${index}\n\nSome *text* with a [link](https://www.northlake.example/).\n${index % 10 ? '' : '\n{1 + 1}\n'}`,
  locale: index % 2 ? ('zh' as const) : ('en' as const),
}));

test.each([1, 2, 3])('on %i threads, every text gets what one thread would make of it', async (threads) => {
  const renderer = createTextRenderer({ threads });
  const rendered = await Promise.all(SOURCES.map((source) => renderer.render(source)));
  await renderer.close();
  expect(rendered).toEqual(SOURCES.map((source) => renderText(source)));
});
