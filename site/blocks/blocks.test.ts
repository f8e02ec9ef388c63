import { expect, test } from 'vitest';
import type { Locale } from '../../edge/contract/locale.ts';
import { formatIssues } from '../loader/issues/format-issues.ts';
import { renderText } from '../loader/mdx/render-text.ts';
import { BLOCKS } from './blocks.ts';

function html(text: string, locale: Locale = 'en'): string {
  const { html: rendered, issues } = renderText({ file: 'en.mdx', text, locale });
  expect(formatIssues(issues)).toBe('0 problems in 0 files');
  return rendered;
}

function report(text: string): string {
  return formatIssues(renderText({ file: 'en.mdx', text, locale: 'en' }).issues);
}

test.each([...BLOCKS.values()].map((block) => [block.name, block.example] as const))(
  'the example of %s is drawn',
  (name, example) => {
    const { html: rendered, blocks } = renderText({ file: 'en.mdx', text: example, locale: 'en' });
    expect(rendered).not.toBe('');
    expect(blocks.map((block) => block.name)).toEqual([name]);
  },
);

test('a hero leads to the form, and keeps room for the event', () => {
  const text =
    '<Hero title="Measure it" lead="While it moves." cta="Reserve" picture="a.svg" alt="A gauge" />';
  expect(html(text)).toMatchInlineSnapshot(
    `"<header class="stage stage-pictured"><div class="stage-text"><h1>Measure it</h1><p class="lead">While it moves.</p><gatehouse-hole data-filling="{&#x22;kind&#x22;:&#x22;event&#x22;}"></gatehouse-hole><p class="stage-action"><a class="button" href="#get" data-opens-form="">Reserve</a></p></div><div class="stage-picture"><img __ASTRO_IMAGE_="{&#x22;src&#x22;:&#x22;./a.svg&#x22;,&#x22;alt&#x22;:&#x22;A gauge&#x22;,&#x22;loading&#x22;:&#x22;eager&#x22;,&#x22;fetchpriority&#x22;:&#x22;high&#x22;}"></div></header>"`,
  );
});

test('a Chinese heading breaks between its phrases', () => {
  expect(html('<Hero title="寄瓶子来，十个工作日给您一份报告" cta="领取" />', 'zh')).toContain(
    '<h1><span>寄瓶子来，</span><span>十个<wbr>工作日给<wbr>您一份<wbr>报告</span></h1>',
  );
});

test('problems face their answers, with links and bold words in them', () => {
  const text =
    '<ProblemSolution problem="Today" solution="Inline" items={[{ problem: \'Late.\', solution: \'**At once**, see [how](/en/).\' }]} />';
  expect(html(text)).toMatchInlineSnapshot(
    `"<section class="block facing"><ul class="facing-rows"><li><div><p class="facing-label">Today</p><p class="facing-text">Late.</p></div><div><p class="facing-label">Inline</p><p class="facing-text"><strong>At once</strong>, see <a href="/en/">how</a>.</p></div></li></ul></section>"`,
  );
});

test('an agenda names people where the page puts them in', () => {
  const { html: rendered, people } = renderText({
    file: 'en.mdx',
    text: "<Agenda title=\"Agenda\" items={[{ time: '14:00', title: 'Welcome', people: ['ada', 'bob'] }]} />",
    locale: 'en',
  });
  expect(rendered).toMatchInlineSnapshot(
    `"<section class="block agenda"><div class="block-head"><h2 id="agenda">Agenda</h2></div><ol class="agenda-items"><li><p class="agenda-time">14:00</p><div><h3 class="item-title" id="welcome">Welcome</h3><p class="agenda-people"><gatehouse-hole data-filling="{&#x22;kind&#x22;:&#x22;person&#x22;,&#x22;id&#x22;:&#x22;ada&#x22;,&#x22;as&#x22;:&#x22;name&#x22;}" data-person="ada"></gatehouse-hole>, <gatehouse-hole data-filling="{&#x22;kind&#x22;:&#x22;person&#x22;,&#x22;id&#x22;:&#x22;bob&#x22;,&#x22;as&#x22;:&#x22;name&#x22;}" data-person="bob"></gatehouse-hole></p></div></li></ol></section>"`,
  );
  expect(people.map(({ target, place }) => [target, place.column])).toEqual([
    ['ada', 76],
    ['bob', 83],
  ]);
});

test('questions open without a script', () => {
  expect(
    html("<Faq title=\"Asked\" items={[{ question: 'Why?', answer: 'One.\\n\\nTwo.' }]} />"),
  ).toMatchInlineSnapshot(
    `"<section class="block faq"><div class="block-head"><h2 id="asked">Asked</h2></div><div class="faq-items"><details><summary>Why?</summary><div class="faq-answer"><p>One.</p><p>Two.</p></div></details></div></section>"`,
  );
});

test('a comparison says yes and no in words, too', () => {
  const text =
    "<ComparisonTable columns={['Eye', 'Inline']} highlight={2} rows={[{ label: 'Each', values: [false, '300'] }]} />";
  expect(html(text)).toMatchInlineSnapshot(
    `"<section class="block comparison"><div class="table-scroll" role="group" aria-label="Table, scrolls sideways" tabindex="0"><table><thead><tr><td></td><th scope="col">Eye</th><th scope="col" class="is-stressed">Inline</th></tr></thead><tbody><tr><th scope="row">Each</th><td><span class="mark mark-false" aria-hidden="true">○</span> No</td><td class="is-stressed">300</td></tr></tbody></table></div></section>"`,
  );
});

test('a film is a plain link until it is asked for', () => {
  expect(
    html('<Video title="Bench" poster="a.svg" provider="vimeo" id="123456789" length="1:30" />'),
  ).toMatchInlineSnapshot(
    `"<figure class="film"><a class="film-link" data-title="Bench" href="https://vimeo.com/123456789" rel="noopener" data-video="frame" data-frame="https://player.vimeo.com/video/123456789?dnt=1&#x26;autoplay=1"><img __ASTRO_IMAGE_="{&#x22;src&#x22;:&#x22;./a.svg&#x22;,&#x22;alt&#x22;:&#x22;&#x22;}"><span class="film-play"><span class="film-sign" aria-hidden="true"></span><span>Play: Bench</span> <span class="film-length">1:30</span></span></a><figcaption>Nothing is loaded from Vimeo before you click.</figcaption></figure>"`,
  );
  const { media } = renderText({
    file: 'en.mdx',
    text: '<Video title="Bench" poster="a.svg" file="film.mp4" />',
    locale: 'en',
  });
  expect(media).toEqual([{ target: 'film.mp4', place: { file: 'en.mdx', line: 1, column: 37 } }]);
});

test('a countdown tells its moment as clocks there show it', () => {
  const text = '<Countdown to="2026-12-10T14:00+08:00" label="We start on" over="Over." />';
  expect(html(text)).toMatchInlineSnapshot(
    `"<div class="countdown" data-countdown="2026-12-10T14:00+08:00" data-over="Over."><p class="countdown-when">We start on <time datetime="2026-12-10T14:00+08:00">10 December 2026, 14:00 (UTC+8)</time></p><p class="countdown-left" aria-hidden="true"><span><b>00</b><small>days</small></span><span><b>00</b><small>hours</small></span><span><b>00</b><small>min</small></span><span><b>00</b><small>s</small></span></p></div>"`,
  );
  expect(html(text, 'zh')).toContain('2026年12月10日 14:00（UTC+8）');
});

test('quotes and logos stand in a list each', () => {
  const text =
    "<Proof quotes={[{ text: 'It works.', who: 'Ada' }]} logos={[{ name: 'Falk' }, { name: 'Ost', picture: 'o.svg' }]} />";
  expect(html(text)).toMatchInlineSnapshot(
    `"<section class="block proof"><div class="proof-quotes"><figure class="quote"><blockquote><p>It works.</p></blockquote><figcaption><span class="quote__who">Ada</span></figcaption></figure></div><ul class="proof-logos"><li>Falk</li><li><img __ASTRO_IMAGE_="{&#x22;src&#x22;:&#x22;./o.svg&#x22;,&#x22;alt&#x22;:&#x22;Ost&#x22;}"></li></ul></section>"`,
  );
});

test('a call to action leads to the form or to a page, which is checked', () => {
  const { html: rendered, links } = renderText({
    file: 'en.mdx',
    text: '<Cta label="See all" to="/en/products" variant="button" />',
    locale: 'en',
  });
  expect(rendered).toBe('<p class="cta cta--button"><a class="button" href="/en/products/">See all</a></p>');
  expect(links).toEqual([{ target: '/en/products', place: { file: 'en.mdx', line: 1, column: 22 } }]);
});

test('says what blocks lack, at its place', () => {
  const text = `<Proof title="Why" />

<Speakers items={[{ person: 'ada', name: 'Ada' }, { topic: 'x' }]} />

<Video title="Bench" poster="a.svg" />

<Video title="Bench" poster="a.svg" provider="vimeo" id="x" />

<Gallery items={[{ picture: './a.svg', alt: 'A' }, { picture: 'b.svg' }]} />

<Cta label="x" to="javascript:alert(1)" />

<Faq items={[{ question: 'Why?', answer: '[x](//evil.example)' }]} />
`;
  expect(report(text)).toMatchInlineSnapshot(`
    "en.mdx:1:1  MissingKey
      <Proof>: figures is missing.
      It is written like this:   <Proof figures={[{ value: '10 days', label: 'from sample to report' }]} />

    en.mdx:3:29  InvalidValue
      <Speakers>: items[0].person is "ada". A speaker has either "person" (a colleague) or "name" (somebody else).
      It is written like this:
        <Speakers items={[{ person: 'lin-yue' }, { name: 'Dr. Ines Falk', role: 'Coating lab, Falk GmbH' }]} />

    en.mdx:3:51  MissingKey
      <Speakers>: items[1].person is missing.
      It is written like this:
        <Speakers items={[{ person: 'lin-yue' }, { name: 'Dr. Ines Falk', role: 'Coating lab, Falk GmbH' }]} />

    en.mdx:5:1  MissingKey
      <Video>: file is missing.
      It is written like this:
        <Video title="The gauge at 60 m/min" poster="cover.svg" provider="bilibili" id="BV1xx411c7mD" />

    en.mdx:7:54  InvalidValue
      <Video>: id is "x". A film of vimeo is named like "123456789".
      It is written like this:
        <Video title="The gauge at 60 m/min" poster="cover.svg" provider="bilibili" id="BV1xx411c7mD" />

    en.mdx:9:29  InvalidValue
      <Gallery>: items[0].picture is "./a.svg". Name a picture in the same folder, ending in .svg, .png, .jpg, .jpeg, .webp, .avif, .gif.
      It is written like this:
        <Gallery items={[{ picture: 'cover.svg', alt: 'The gauge' }, { picture: 'cover.svg', alt: 'Its screen', caption: 'What the operator sees' }]} />

    en.mdx:9:52  MissingKey
      <Gallery>: items[1].alt is missing.
      It is written like this:
        <Gallery items={[{ picture: 'cover.svg', alt: 'The gauge' }, { picture: 'cover.svg', alt: 'Its screen', caption: 'What the operator sees' }]} />

    en.mdx:11:16  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:13:42  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    9 problems in 1 file"
  `);
});
