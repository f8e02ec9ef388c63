import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { splitPage } from '../split-page.ts';
import { placeInLiteral } from './literal-value.ts';
import { parseMdx } from './parse-mdx.ts';
import { parsePlainMdx } from './parse-plain-mdx.ts';
import { renderAnyText, renderPlainText, renderText } from './render-text.ts';

const BODIES = globSync(['content/**/*.mdx', 'test/fixtures/content-small/**/*.mdx'])
  .toSorted()
  .map((path) => splitPage(readFileSync(path, 'utf8'), path).body.trimStart());
const PASSAGES = BODIES.flatMap((body) => body.split(/\n{2,}/));

/** Pieces that mean something to Markdown or JSX. */
const PIECES = [
  ...['{', '}', '[', ']', '<', '>', '</', '/>', ': ', '"', '`', '``', '```\n', '|', '\\', '&amp;', '&#35;'],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '#',
    '## ',
    '- ',
    '1. ',
    '+ ',
    '> ',
    '---\n',
    '===\n',
    '- [x] ',
  ],
  ...['\n', '\n\n', '\r\n', '  \n', '\\\n', '\t', '    ', '\u00A0', '\u3000', '\u2028', '\0', '\uD800', '😀'],
  ...['量', '，', '。', '（', '“', 'a', 'b c', '1', '.', '!', '(a)'],
  ...['![', '](', '[a](/b)', '![a](./b.svg "c")', '[a]', '[a]: /x\n', '[^1]', '[^1]: x\n', '| a |\n| - |\n'],
  ...['www.a.cn', 'https://a.cn', 'a@b.cn', 'javascript:', 'import x', 'export ', '{/* c */}', '<!-- c -->'],
  ...['<sub>2</sub>', '<br />', '<Cta label="x" />', '<Callout title="x">', '</Callout>', '<abbr title="x">'],
];
/** Lines as they stand in a page. */
const LINES = [
  ...[
    '',
    '',
    '',
    '',
    'words',
    '  words',
    'a  ',
    '- a',
    '  b',
    '1. x',
    '> q',
    '## h',
    '---',
    '```',
    '| c | d |',
  ],
  ...[
    '| a | b |\n| - | :-: |',
    '**b** *c* ~~d~~ `e`',
    '[l](/en/) ![p](./p.svg)',
    '![p](./p.svg "t")',
    '[r]: /x',
  ],
  ...['[^1] [r]', '[^1]: n', 'H<sub>2</sub>O<br /> b', '- [x] done', '**b', 'b**', 'x\\', '\ta', '`x', '#'],
  ...['<Callout title="x">', '<Callout title="量">', '</Callout>', '</Callout>', '<Cta label="x" />'],
  ...[
    '<Quote who="A" role="B">',
    '</Quote>',
    '<Callout title="x">one line</Callout>',
    '<Cta\n  label="x"\n/>',
  ],
  ...['<Figures items={[{value:"1",label:"a"}]} />', '<Cta label={"x"}/>'],
  ...["<Figures\n  items={[\n    { value: '}', label: 'a' },\n    { value: '-1', label: \"b\" },\n  ]}\n/>"],
];

const mutated = fc
  .tuple(
    fc.array(fc.constantFrom(...PASSAGES), { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        drop: fc.nat({ max: 6 }),
        insert: fc.constantFrom(...PIECES),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([passages, changes]) =>
    changes.reduce((text, { at, drop, insert }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + insert + text.slice(start + drop);
    }, passages.join('\n\n')),
  );
const assembled = fc
  .array(fc.constantFrom(...LINES), { minLength: 2, maxLength: 12 })
  .map((lines) => lines.join('\n'));
const scrambled = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(''));

// `npm run proof` asks for 20,000 of each kind; `npm test` does the same ones each time.
const RUNS = Number(process.env['GATEHOUSE_FUZZ_RUNS'] ?? 5000);
const SEED = process.env['GATEHOUSE_FUZZ_RUNS'] === undefined ? { seed: 20_261_124 } : {};

test.for([
  ['passages with mistakes in them', mutated, 1 / 3],
  ['lines in any order', assembled, 1],
  ['pieces of Markdown and JSX', scrambled, 1],
] as const)(
  'the quick reader makes of %s what the thorough one makes of them, or leaves them to it',
  { timeout: 60_000 + RUNS * 40 },
  ([, texts, share]) => {
    let read = 0;
    const property = fc.property(texts, fc.constantFrom('zh', 'en'), (text, locale) => {
      const source = { file: 'page.mdx', text, locale };
      const plain = renderPlainText(source);
      if (!plain) return;
      read += 1;
      expect(plain).toEqual(renderAnyText(source));
    });
    const numRuns = Math.ceil(RUNS * share);
    fc.assert(property, { numRuns, ...SEED });
    expect(read).toBeGreaterThan(numRuns / 10);
  },
);

test('the quick reader reads most pages of the sample, and all of them as the thorough one does', () => {
  const quick = BODIES.filter((text) => {
    const source = { file: 'page.mdx', text, locale: 'zh' } as const;
    const plain = renderPlainText(source);
    if (plain) expect(plain).toEqual(renderAnyText(source));
    return plain !== undefined;
  });
  expect(quick.length).toBeGreaterThan(BODIES.length * 0.75);
});

test.each(['\u2028', '\u2029'])('a line separator ends no line of a file (%j)', (separator) => {
  const text = `a${separator}b\n\n<Speakers title="x" items={[\n  { person: 'lin-yue', topic: 'y' },\n]} />\n`;
  const { people } = renderText({ file: 'page.mdx', text, locale: 'en' });
  expect(people.map(({ place }) => place.line)).toEqual([4]);
});

test('the quick reader gives props the places the thorough one gives them', () => {
  const text = `# 量😀\n\n<Figures  title="a"\n  items={[\n    { value: '1', label: "b" },\n  ]}\n  wide\n/>\n`;
  const placesIn = (tree: Root | null | undefined): unknown => {
    const node = tree?.children[1];
    if (node?.type !== 'mdxJsxFlowElement') throw new Error('no block was read');
    return node.attributes.map(({ value, position }) => {
      const program = typeof value === 'object' ? value?.data?.estree : undefined;
      const paths = [[], [0], [0, 'value'], [0, 'label']];
      return { prop: position?.start, parts: paths.map((path) => placeInLiteral(program, path)) };
    });
  };
  const plain = placesIn(parsePlainMdx(text));
  expect(plain).toHaveLength(3);
  expect(plain).toEqual(placesIn(parseMdx({ file: 'page.mdx', text }).tree));
});
