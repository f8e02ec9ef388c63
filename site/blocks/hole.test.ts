import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { renderText } from '../loader/mdx/render-text.ts';
import { hole, splitAtHoles } from './hole.ts';

test('a filling survives its way through HTML', () => {
  const filling = { kind: 'person', id: 'ada', as: 'speaker', topic: `"a" & 'b' <c> &amp; 中文` } as const;
  const html = `<ul><li>${toHtml(hole(filling))}</li></ul>`;
  expect(splitAtHoles(html)).toEqual([{ html: '<ul><li>' }, { filling }, { html: '</li></ul>' }]);
});

test('words of a page never look like a hole', () => {
  const { html } = renderText({
    file: 'en.mdx',
    text: '`<gatehouse-hole data-filling="{}"></gatehouse-hole>` &lt;gatehouse-hole data-filling="{}">&lt;/gatehouse-hole>\n',
    locale: 'en',
  });
  expect(splitAtHoles(html)).toEqual([{ html }]);
});
