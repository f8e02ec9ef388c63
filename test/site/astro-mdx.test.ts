import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import astroConfig from '../../astro.config.mjs';
import type { Locale } from '../../edge/contract/locale.ts';
import { BLOCKS } from '../../site/blocks/blocks.ts';
import { polishHtml } from '../../site/loader/mdx/polish-html.ts';
import { renderText } from '../../site/loader/mdx/render-text.ts';
import { splitPage } from '../../site/loader/split-page.ts';
import { KINDS } from '../../site/schemas/kinds.ts';
import { ROOT } from '../support/run-script.ts';
import { type AstroMdx, createAstroMdx } from './support/astro-mdx.ts';

/**
 * Our reader takes MDX as data; `@astrojs/mdx` compiles it, with Sätteri in Astro 7, and runs it. Both must draw the
 * same. Of Astro's defaults ours follows GFM (tables, notes, tasks, links by themselves) and heading ids.
 * Highlighting is off in our configuration, for the security policy. Smart punctuation is left out: Astro would set
 * it in Markdown but not in the props of blocks, and a size like 12" or a flag like --dry must stay as typed. Astro
 * compiles the pages with it all the same: none of them needs it.
 */
const asConfigured = await createAstroMdx(astroConfig.markdown ?? {});
const asTyped = await createAstroMdx({ ...astroConfig.markdown, smartypants: false });

interface Page {
  readonly file: string;
  readonly text: string;
  readonly locale: Locale;
}

const SAMPLE = globSync('content/*/*/*.mdx', { cwd: ROOT }).toSorted().map(readPage);
const FIXTURES = globSync('test/fixtures/content-{small,orchard}/*/*/*.mdx', { cwd: ROOT }).map(readPage);

test.each([...SAMPLE, ...FIXTURES])('draws $file as Astro does', async (page) => {
  const { file, text, locale } = page;
  const ours = renderText({ file, text: splitPage(text, file).body, locale });
  const astros = await renderWithAstro(page, asConfigured);
  expect(ours.issues).toEqual([]);
  expect(ours.html).toBe(astros.html);
  expect(ours.headings).toEqual(astros.polished.headings);
  expect(targets(ours)).toEqual(targets(astros.polished));

  // The ids Astro's own plugin gave, before ours were set. It sees no headings that blocks draw.
  const slugs = new Set(astros.headings.map(({ slug }) => slug));
  expect(ours.headings.filter(({ slug }) => slugs.has(slug))).toEqual(astros.headings);
});

test('the sample has pages of every kind in both languages, variants, headings and pictures', () => {
  const kinds = SAMPLE.map(({ file, locale }) => `${file.split('/').at(-3)} ${locale}`);
  expect([...new Set(kinds)].toSorted()).toEqual(
    KINDS.flatMap((kind) => [`${kind} en`, `${kind} zh`]).toSorted(),
  );
  expect(SAMPLE.filter(({ file }) => file.endsWith('.b.mdx'))).toHaveLength(2);
  const texts = SAMPLE.map(({ text }) => text).join('\n');
  expect(texts.match(/^#{2,} /gm)?.length).toBeGreaterThan(100);
  expect(texts.match(/ picture: '| picture="/g)?.length).toBeGreaterThan(10);
});

/** Each block, and what the sample leaves out of Markdown. */
test.each([
  ...[...BLOCKS.values()].map(({ example }) => example),
  '## A **b** `c` [d](/en/) ~~e~~\n\nSetext\n------\n\n### 双 *摄* 与 “引号”：测试 & more <sub>2</sub> ##',
  '## A\n\n## A\n\n### A\n\n## a-1\n',
  '*a* **b** ***c*** _d_ __e__ ~f~ ~~g~~ `h` ``i ` j`` **a**b **a **b **（a）**b',
  '**中文（注）**后面，和**“引号”**后面 *强调*。\u3000&nbsp;a',
  'a  \nb\\\nc<br />d\n  e  \n\tf',
  '- a\n- b\n  - c\n\n    d\n  - e\n- f\n\n* a\n\n+ b',
  '1. a\n2. b\n\n7. c\n\n5) a\n6) b\n\n- [ ] a\n- [x] b **c**\n\n- [x] loose',
  '> a\n>\n> > b\n> - c\n\n---\n\n***',
  '| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | `x\\|y` | **3** | <kbd>x</kbd> |\n| 2 | | |',
  '```ts\nconst a = "<b>" && {};\n```\n\n~~~\nplain {x}\n\nmore\n~~~\n\n    indented',
  '[a](/en/ "t") [b][r] [r] ![c][p] [d](</en/a b>) [e](/zh/文档)\n\n[r]: https://x.example/a "T"\n[p]: ./p.svg "P"',
  '![alone](./a.svg)\n\n![alone](./a%20b.svg "Cap & tion")\n\nWords ![in](b.png "t") words ![图](图.jpg)',
  'see https://www.x.example/a_b, www.x.example and a@b.example. [www.y.example a@c.example',
  '&amp; &lt;b&gt; &copy; \\* \\_ \\{ \\< 1 < 2 a & b',
  'H<sub>2</sub>O 10<sup>3</sup> <abbr title="a &quot; b">x</abbr> <mark>m</mark> <small>s</small> a<wbr />b {/* c */}',
  '<Callout title="t">\nwords\n</Callout>\n\n- a\n\n  <Callout title="x">\n\n  y\n\n  </Callout>\n\n> <Cta label="x" />',
  '- <Cta label="x" />\n- a\n\n1. a\n   <Cta label="y" />\n\n   b',
  '<Cta label="a &amp; b &quot;c&quot; \\n" />\n<Cta\n  label="a\n  b"\n/>\n\n<Cta label={\'a\\\'b\\n"\'} />\n\ntext\n<Cta label={`t`} />',
  '<Figures items={[{ value: "-1", label: "a" }, {"value": `x`, label: \'量\',},]} />',
  '<Quote who="A" role="B">\n\n![p](./p.png "c")\n\n[l](/en/a)\n\n| a |\n| - |\n| b |\n\n</Quote>',
])('draws %j as Astro does', async (text) => {
  const page: Page = { file: 'en.mdx', text, locale: 'en' };
  const ours = renderText(page);
  expect(ours.issues).toEqual([]);
  expect(ours.html).toBe((await renderWithAstro(page, asTyped)).html);
});

test('draws passages of the sample as Astro does wherever they stand: in lists, quotes and blocks', async () => {
  const passages = SAMPLE.flatMap(({ file, text }) =>
    splitPage(text, file)
      .body.trim()
      .split(/\n{2,}/),
  );
  // Not the parts of a block with empty lines in it.
  const whole = passages.filter(
    (text) => renderText({ file: 'en.mdx', text, locale: 'en' }).issues.length === 0,
  );
  const placed = fc
    .tuple(fc.constantFrom(...whole), fc.constantFrom('', '- ', '1. ', '> ', '<Callout title="x">'))
    .map(([text, place]) => {
      if (place === '> ') return `> ${text.replaceAll('\n', '\n> ')}`;
      if (place.startsWith('<')) return `${place}\n\n${text}\n\n</Callout>`;
      return place + text.replaceAll('\n', `\n${' '.repeat(place.length)}`);
    });
  let read = 0;
  const text = fc.array(placed, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('\n\n'));
  const property = fc.asyncProperty(text, fc.constantFrom('zh', 'en'), async (text, locale) => {
    const page: Page = { file: 'page.mdx', text, locale };
    const ours = renderText(page);
    if (ours.issues.length > 0) return;
    read += 1;
    expect(ours.html).toBe((await renderWithAstro(page, asTyped)).html);
  });
  await fc.assert(property, { numRuns: 500, seed: 20_261_124 });
  expect(read).toBeGreaterThan(200);
});

/** Where ours goes another way, and means to. */
test.each([
  {
    why: 'signs stay as they were typed',
    text: `12" 'a' -- b...`,
    astros: '<p>12” ‘a’ – b…</p>',
    ours: `<p>12" 'a' -- b...</p>`,
  },
  {
    why: 'ids the page around the text uses are taken',
    text: '## Get\n\n## ！',
    astros: '<h2 id="get">Get</h2>\n<h2 id="">！</h2>',
    ours: '<h2 id="get-1">Get</h2>\n<h2 id="section">！</h2>',
  },
  {
    why: 'words between the tags of a block are a paragraph, on one line too',
    text: '<Callout title="x">words</Callout>',
    astros: '<div class="callout" role="note"><p class="callout__title">x</p>words</div>',
    ours: '<div class="callout" role="note"><p class="callout__title">x</p><p>words</p></div>',
  },
  {
    why: 'a paragraph holds no block',
    text: 'Before <Cta label="x" />',
    astros: '<p>Before <p class="cta"><a class="cta__link" href="#get">x</a></p></p>',
    ours: '<p>Before </p>\n<p class="cta"><a class="cta__link" href="#get">x</a></p>',
  },
  {
    why: 'elements of words stand in a paragraph, on a line of their own too',
    text: '<kbd>a</kbd> <kbd>b</kbd>',
    astros: '<kbd>a</kbd>\n<kbd>b</kbd>',
    ours: '<p><kbd>a</kbd> <kbd>b</kbd></p>',
  },
  {
    why: 'a comment leaves no empty line',
    text: 'a\n\n{/* note */}\n\nb',
    astros: '<p>a</p>\n\n<p>b</p>',
    ours: '<p>a</p>\n<p>b</p>',
  },
])('deliberately: $why', async ({ text, astros, ours }) => {
  const page: Page = { file: 'en.mdx', text, locale: 'en' };
  const { tree } = await asConfigured(page);
  expect(toHtml(tree)).toBe(astros);
  expect(renderText(page).html).toBe(ours);
});

test('deliberately: notes speak the language of the page and have short ids', async () => {
  const page: Page = { file: 'zh.mdx', text: '甲[^1]乙[^n]丙[^1]\n\n[^1]: 注 *一*\n[^n]: 二', locale: 'zh' };
  const { html } = await renderWithAstro(page, asConfigured);
  const inOurWords = html
    .replaceAll('user-content-', '')
    .replaceAll('>Footnotes<', '>注释<')
    .replaceAll(/Back to reference [\d-]+/g, '返回正文');
  expect(inOurWords).not.toBe(html);
  expect(renderText(page).html).toBe(inOurWords);
});

/** House rules are the same on both ways: heading ids that keep clear of the page's own, tables that scroll, figures. */
async function renderWithAstro(page: Page, astroMdx: AstroMdx) {
  const { tree, headings } = await astroMdx(page);
  const polished = polishHtml(tree, page);
  expect(polished.issues).toEqual([]);
  return { html: toHtml(tree), headings, polished };
}

type Targets = Pick<ReturnType<typeof renderText>, 'links' | 'pictures' | 'people' | 'media'>;

function targets({ links, pictures, people, media }: Targets): string[][] {
  return [links, pictures, people, media].map((references) => references.map(({ target }) => target));
}

function readPage(path: string): Page {
  const locale = /\/zh\.[^/]*$/.test(path) ? 'zh' : 'en';
  return { file: path, text: readFileSync(join(ROOT, path), 'utf8'), locale };
}
