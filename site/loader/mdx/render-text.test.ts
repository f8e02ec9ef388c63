import { expect, test } from 'vitest';
import { formatIssues } from '../issues/format-issues.ts';
import { sortIssues } from '../issues/sort-issues.ts';
import { renderText } from './render-text.ts';

function render(text: string) {
  return renderText({ file: 'en.mdx', text, locale: 'en' });
}

function html(text: string): string {
  const { html: rendered, issues } = render(text);
  expect(formatIssues(issues)).toBe('0 problems in 0 files');
  return rendered;
}

function report(text: string): string {
  return formatIssues(sortIssues(render(text).issues));
}

test('gives headings ids that stay, in Chinese too, and keeps them apart', () => {
  const { headings } = render(
    '## 为什么 抽检 会漏\n\n### What & why\n\n## 为什么 抽检 会漏\n\n## Get\n\n## ！\n',
  );
  expect(headings).toEqual([
    { depth: 2, slug: '为什么-抽检-会漏', text: '为什么 抽检 会漏' },
    { depth: 3, slug: 'what--why', text: 'What & why' },
    { depth: 2, slug: '为什么-抽检-会漏-1', text: '为什么 抽检 会漏' },
    { depth: 2, slug: 'get-1', text: 'Get' },
    { depth: 2, slug: 'section', text: '！' },
  ]);
});

test('wraps tables so that they scroll by themselves', () => {
  expect(html('| a | b |\n| --- | --: |\n| 1 | 2 |\n')).toMatchInlineSnapshot(`
    "<div class="table-scroll" role="group" aria-label="Table, scrolls sideways" tabindex="0"><table>
    <thead>
    <tr>
    <th scope="col">a</th>
    <th class="align-right" scope="col">b</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>1</td>
    <td class="align-right">2</td>
    </tr>
    </tbody>
    </table></div>"
  `);
});

test('takes an empty cell of a table’s head for a cell: it names no column', () => {
  expect(html('| | b |\n| --- | --- |\n| 1 | 2 |\n')).toContain('<td></td>\n<th scope="col">b</th>');
});

test('draws the blocks', () => {
  const text = `
<Figures items={[{ value: '0.4 µm', label: "A & \`b\`" }, { value: '-1', label: \`two\` }]} />

<Callout title="In short">
  Some **words**
</Callout>

<Callout title="One line">words</Callout>

<Quote who="Ada" role="Engineer">

It works.

</Quote>

<Cta label="Get it" />
`;
  expect(html(text)).toMatchInlineSnapshot(`
    "<dl class="figures"><div class="figures__item"><dt class="figures__label">A &#x26; \`b\`</dt><dd class="figures__value">0.4 µm</dd></div><div class="figures__item"><dt class="figures__label">two</dt><dd class="figures__value">-1</dd></div></dl>
    <div class="callout" role="note"><p class="callout__title">In short</p><p>Some <strong>words</strong></p></div>
    <div class="callout" role="note"><p class="callout__title">One line</p><p>words</p></div>
    <figure class="quote"><blockquote class="quote__text"><p>It works.</p></blockquote><figcaption class="quote__by"><span class="quote__who">Ada</span> <span class="quote__role">Engineer</span></figcaption></figure>
    <p class="cta"><a class="cta__link" href="#get">Get it</a></p>"
  `);
});

test('takes blocks out of the paragraph they were written in', () => {
  expect(html('Before <Cta label="Get it" /> after')).toBe(
    '<p>Before </p>\n<p class="cta"><a class="cta__link" href="#get">Get it</a></p>\n<p> after</p>',
  );
});

test('hands pictures to Astro, and makes a figure of one that stands alone', () => {
  const { html: rendered, pictures } = render('![A "b"](./图%20一.svg "Caption")\n\nWords ![c](d.png)\n');
  expect(pictures.map(({ target }) => target)).toEqual(['./图 一.svg', 'd.png']);
  expect(rendered).toMatchInlineSnapshot(`
    "<figure class="figure"><img __ASTRO_IMAGE_="{&#x22;src&#x22;:&#x22;./图 一.svg&#x22;,&#x22;alt&#x22;:&#x22;A \\&#x22;b\\&#x22;&#x22;}"><figcaption>Caption</figcaption></figure>
    <p>Words <img __ASTRO_IMAGE_="{&#x22;src&#x22;:&#x22;./d.png&#x22;,&#x22;alt&#x22;:&#x22;c&#x22;,&#x22;widths&#x22;:[480,960,1280,1920],&#x22;sizes&#x22;:&#x22;(min-width: 44rem) 40rem, 100vw&#x22;}"></p>"
  `);
});

test('opens no window to our page and ends page addresses with a slash', () => {
  expect(
    html('[a](https://x.example/) [b](/en/whitepapers) [c](/en/a?x=1#y) [d](#get) [e](mailto:a@b.example)'),
  ).toMatchInlineSnapshot(
    `"<p><a href="https://x.example/" rel="noopener">a</a> <a href="/en/whitepapers/">b</a> <a href="/en/a/?x=1#y">c</a> <a href="#get">d</a> <a href="mailto:a@b.example">e</a></p>"`,
  );
});

test('takes an address that became a link by itself for a link, behind an open bracket too', () => {
  const { links, html: rendered } = render('a\n\n[www.x.example');
  expect(rendered).toContain('<a href="http://www.x.example" rel="noopener">');
  expect(links).toEqual([{ target: 'http://www.x.example', place: { file: 'en.mdx', line: 3, column: 1 } }]);
});

test('a block in a list keeps its own paragraph', () => {
  expect(html('- <Cta label="Get it" />\n')).toBe(
    '<ul>\n<li>\n<p class="cta"><a class="cta__link" href="#get">Get it</a></p>\n</li>\n</ul>',
  );
});

test('escapes whatever looks like markup', () => {
  expect(html('&lt;script&gt; \\<b> `<i>` <Cta label="<b> &quot;" />')).toMatchInlineSnapshot(`
    "<p>&#x3C;script> &#x3C;b> <code>&#x3C;i></code> </p>
    <p class="cta"><a class="cta__link" href="#get">&#x3C;b> "</a></p>"
  `);
});

test('keeps the safe elements that stand among words, and drops comments', () => {
  expect(html('H<sub>2</sub>O {/* note */}<br /> <abbr title="x">y</abbr>')).toBe(
    '<p>H<sub>2</sub>O <br> <abbr title="x">y</abbr></p>',
  );
});

test('writes footnotes and task lists that need no script', () => {
  expect(html('- [x] a[^1]\n\n[^1]: note\n')).toMatchInlineSnapshot(`
    "<ul class="contains-task-list">
    <li class="task-list-item"><span class="task">☑</span> a<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></li>
    </ul>
    <section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Notes</h2>
    <ol>
    <li id="fn-1">
    <p>note <a href="#fnref-1" data-footnote-backref="" aria-label="Back to the text" class="data-footnote-backref">↩</a></p>
    </li>
    </ol>
    </section>"
  `);
});

test('refuses code wherever it stands', () => {
  const text = `import x from 'y'

Costs {price} {1 + 1}

<Figures items={papers.map((paper) => paper.title)} />

<Figures items={[{ value: fetch('/x'), label: 'a' }]} />

<Cta {...props} />

<Cta label={\`a \${b}\`} />

<Cta label={(() => 'x')()} />
`;
  expect(report(text)).toMatchInlineSnapshot(`
    "en.mdx:1:1  CodeNotAllowed
      "import x from 'y'" is code, and pages hold no code.
      Blocks need no import: delete the line.

    en.mdx:3:7  CodeNotAllowed
      {price} is code, and pages hold no code. As a sign of its own a brace is written \\{.
      Write:   \\{price}

    en.mdx:3:15  CodeNotAllowed
      {1 + 1} is code, and pages hold no code. As a sign of its own a brace is written \\{.
      Write:   \\{1 + 1}

    en.mdx:5:17  CodeNotAllowed
      Props hold plain data only: text in quotes, numbers, true, false, lists [ ] and groups { }.
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:7:27  CodeNotAllowed
      Props hold plain data only: text in quotes, numbers, true, false, lists [ ] and groups { }.
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:9:6  CodeNotAllowed
      Props hold plain data only: text in quotes, numbers, true, false, lists [ ] and groups { }.
      It is written like this:   <Cta label="Get the white paper" />

    en.mdx:11:13  CodeNotAllowed
      Props hold plain data only: text in quotes, numbers, true, false, lists [ ] and groups { }.
      It is written like this:   <Cta label="Get the white paper" />

    en.mdx:13:13  CodeNotAllowed
      Props hold plain data only: text in quotes, numbers, true, false, lists [ ] and groups { }.
      It is written like this:   <Cta label="Get the white paper" />

    8 problems in 1 file"
  `);
});

test('refuses elements and blocks it does not know', () => {
  const text = `<Figur items={[]} />

<Cta label="x" /> and <b>bold</b> <script>alert(1)</script> <img src="x" onerror="y" />

<a href="javascript:x">y</a> <sup onclick="x">1</sup> <>x</> <Cta.Sub /> <constructor /> <toString />
`;
  expect(report(text)).toMatchInlineSnapshot(`
    "en.mdx:1:1  UnknownBlock
      There is no block <Figur>.
      Did you mean "Figures"?   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:3:23  HtmlNotAllowed
      <b> can’t be used in a page.
      Write:   **words**

    en.mdx:3:35  HtmlNotAllowed
      <script> can’t be used in a page.
      Besides Markdown there are the blocks Callout, Cta, Figures, Quote, Hero, Proof, ProblemSolution, FeatureGrid, Agenda, Speakers, Faq, ComparisonTable, Gallery, Video, Form, Countdown, ContactCard and <abbr> <br> <kbd> <mark> <small> <sub> <sup> <wbr>.

    en.mdx:3:61  HtmlNotAllowed
      <img> can’t be used in a page.
      Write:   ![what it shows](./picture.svg)

    en.mdx:5:1  HtmlNotAllowed
      <a> can’t be used in a page.
      Write:   [words](address)

    en.mdx:5:35  HtmlNotAllowed
      <sup> takes no attributes.

    en.mdx:5:55  HtmlNotAllowed
      An empty tag <> does nothing here; delete it and its </>.

    en.mdx:5:62  UnknownBlock
      There is no block <Cta.Sub>.
      There are Callout, Cta, Figures, Quote, Hero, Proof, ProblemSolution, FeatureGrid, Agenda, Speakers, Faq, ComparisonTable, Gallery, Video, Form, Countdown, ContactCard.

    en.mdx:5:74  HtmlNotAllowed
      <constructor> can’t be used in a page.
      Besides Markdown there are the blocks Callout, Cta, Figures, Quote, Hero, Proof, ProblemSolution, FeatureGrid, Agenda, Speakers, Faq, ComparisonTable, Gallery, Video, Form, Countdown, ContactCard and <abbr> <br> <kbd> <mark> <small> <sub> <sup> <wbr>.

    en.mdx:5:90  HtmlNotAllowed
      <toString> can’t be used in a page.
      Besides Markdown there are the blocks Callout, Cta, Figures, Quote, Hero, Proof, ProblemSolution, FeatureGrid, Agenda, Speakers, Faq, ComparisonTable, Gallery, Video, Form, Countdown, ContactCard and <abbr> <br> <kbd> <mark> <small> <sub> <sup> <wbr>.

    10 problems in 1 file"
  `);
});

test('checks props where they stand', () => {
  const text = `<Figures
  items={[
    { value: '1', label: 'a' },
    { value: 2, lable: 'b' },
  ]}
  titel="x"
/>

<Figures items="none" />

<Callout title="" />

<Cta label="x">words</Cta>

<Figures items={[{ __proto__: { value: '1' }, label: 'x' }]} />
`;
  expect(report(text)).toMatchInlineSnapshot(`
    "en.mdx:4:14  WrongType
      <Figures>: items[1].value must be text, but it is the number 2.
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:4:24  UnknownKey
      <Figures>: There is no prop "lable" in items[1].
      Did you mean "label"? It is written like this:
        <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:6:3  UnknownKey
      <Figures>: There is no prop "titel".
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:9:10  WrongType
      <Figures>: items must be a list, but it is the text "none".
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:11:1  InvalidBlock
      <Callout> has no text between its tags.
      It is written like this:
        <Callout title="In short">

        Text in Markdown.

        </Callout>

    en.mdx:13:1  InvalidBlock
      <Cta> takes no text between tags; it is written as one tag.
      It is written like this:   <Cta label="Get the white paper" />

    en.mdx:15:18  MissingKey
      <Figures>: items[0].value is missing.
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    en.mdx:15:31  UnknownKey
      <Figures>: There is no prop "__proto__" in items[0].
      It is written like this:   <Figures items={[{ value: '0.4 µm', label: 'repeatability' }]} />

    8 problems in 1 file"
  `);
});

test('explains every syntax trap and reads on behind it', () => {
  const text = `Parts <5 µm and <=3 <!-- note -->

Mail <a@b.example>, see <https://x.example/y>, <br> and {not code

Words </Callout>
`;
  expect(report(text)).toMatchInlineSnapshot(`
    "en.mdx:1:7  MdxSyntax
      A "<" begins a block. As a sign of its own it is written &lt; (or with a space behind it).
      Write:   Parts &lt;5 µm and <=3 <!-- note -->

    en.mdx:1:17  MdxSyntax
      A "<" begins a block. As a sign of its own it is written &lt; (or with a space behind it).
      Write:   Parts <5 µm and &lt;=3 <!-- note -->

    en.mdx:1:21  MdxSyntax
      HTML comments can’t be read here; notes to yourself stand in {/* and */}.
      Write:   {/* note */}

    en.mdx:3:6  MdxSyntax
      An address between < and > can’t be read here; write a link.
      Write:   [a@b.example](mailto:a@b.example)

    en.mdx:3:25  MdxSyntax
      An address between < and > can’t be read here; write a link.
      Write:   [x.example/y](https://x.example/y)

    en.mdx:3:48  MdxSyntax
      <br> has no end: close it with a slash.
      Write:   <br />

    en.mdx:3:57  CodeNotAllowed
      Braces hold code, and pages hold no code. As a sign of its own a brace is written \\{.
      Write:   …ttps://x.example/y>, <br> and \\{not code

    en.mdx:5:7  MdxSyntax
      </Callout> closes nothing: there is no such block open here.

    8 problems in 1 file"
  `);
});

test.each([
  ['a block that is not closed', '<Callout title="x">\n\ntext\n'],
  ['a list without braces', '<Figures items=[{ value: "1" }] />'],
  ['a list that is not closed', '<Figures items={[{ value: "1" } />\n\ntext'],
  ['a quote that is not closed', '<Cta label="x />\n\ntext'],
  ['a prop without quotes', '<Cta label=x />'],
  ['a sentence that begins like code', 'export of goods is easy\n'],
  ['a tag that is not closed', 'a <Cta label="x"'],
])('explains %s', (name, text) => {
  expect(`${name}\n${report(text)}`).toMatchSnapshot();
});

test('refuses unsafe and broken links, and pictures from elsewhere', () => {
  const text = `[a](javascript:alert(1)) [b](//evil.example) [c](data:text/html,x) [d](https://a@b.example) [e](/\\evil.example)
[f](java\tscript:x) [g]() ![](./a.svg) ![h](https://x.example/a.png) ![i](data:image/png;base64,AA)
`;
  expect(report(text)).toMatchInlineSnapshot(`
    "en.mdx:1:1  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:1:26  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:1:46  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:1:68  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:1:93  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:2:20  UnsafeLink
      A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.
      Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).

    en.mdx:2:26  MissingAltText
      The picture has no words for people who can’t see it.
      Write:   ![what it shows](./a.svg)

    en.mdx:2:39  RemotePicture
      Pictures are never loaded from other sites: that would tell them who reads this page.
      Save the picture beside the page and write   ![what it shows](./picture.jpg)

    en.mdx:2:69  RemotePicture
      Pictures are never loaded from other sites: that would tell them who reads this page.
      Save the picture beside the page and write   ![what it shows](./picture.jpg)

    9 problems in 1 file"
  `);
});

test('wants headings below the title, without gaps', () => {
  expect(report('# Title\n\n### Deep\n\n## Right\n\n### Right\n\n##### Deep\n')).toMatchInlineSnapshot(`
    "en.mdx:1:1  HeadingLevel
      One # is the page’s title, which comes from "title". Headings in the text begin with ##.
      Write:   ## …

    en.mdx:3:1  HeadingLevel
      A heading with ### stands directly under one with #; a level is left out.
      Write:   ## …

    en.mdx:9:1  HeadingLevel
      A heading with ##### stands directly under one with ###; a level is left out.
      Write:   #### …

    3 problems in 1 file"
  `);
});

test('refuses blocks among words', () => {
  expect(report('*a <Cta label="x" /> b*\n\n## <Cta label="x" />\n\n| a |\n| --- |\n| <Cta label="x" /> |\n'))
    .toMatchInlineSnapshot(`
    "en.mdx:1:4  MisplacedBlock
      <Cta> stands among words, where it can’t be shown.
      Put it on lines of its own, with an empty line before and after.

    en.mdx:3:4  MisplacedBlock
      <Cta> stands among words, where it can’t be shown.
      Put it on lines of its own, with an empty line before and after.

    en.mdx:7:3  MisplacedBlock
      <Cta> stands among words, where it can’t be shown.
      Put it on lines of its own, with an empty line before and after.

    3 problems in 1 file"
  `);
});
