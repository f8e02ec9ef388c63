import { describe, expect, it } from 'vitest';
import { renderText } from './render-text.ts';

const figures = { web: () => '<svg viewBox="0 0 1 1"></svg>' };

describe('renderText', () => {
  it('numbers the headings and lists them as sections', () => {
    const { html, sections } = renderText('## One\n\n### Two', { locale: 'en', figures });
    expect(html).toContain('<h2 id="s1">One</h2>');
    expect(sections).toEqual([
      { id: 's1', title: 'One', depth: 2 },
      { id: 's2', title: 'Two', depth: 3 },
    ]);
  });

  it('draws a named figure with its number, its caption and the caption as its name', () => {
    const { html } = renderText('![A "web"](figure:web)', { locale: 'zh', figures });
    expect(html).toBe(
      '<figure><svg role="img" aria-label="A &quot;web&quot;" viewBox="0 0 1 1"></svg>' +
        '<figcaption><b>图 1</b> A "web"</figcaption></figure>',
    );
  });

  it('refuses a figure that nobody draws', () => {
    expect(() =>
      renderText('![x](figure:wab)', { locale: 'en', figures }),
    ).toThrowErrorMatchingInlineSnapshot(`[Error: no figure is called "wab"; there are web]`);
  });

  it('keeps a number and its unit on one line', () => {
    const { html } = renderText('60 m/min and 0.5 mm, 3 meters', { locale: 'en', figures });
    expect(html).toBe('<p>60\u00a0m/min and 0.5\u00a0mm, 3 meters</p>');
  });

  it('sets a block named formula as one line', () => {
    const { html } = renderText('```formula\nt = D − a\n```', { locale: 'en', figures });
    expect(html).toBe('<p class="formula">t = D − a</p>');
  });
});
