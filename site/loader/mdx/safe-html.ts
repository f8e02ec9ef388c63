/** HTML elements that words may stand in, with the attributes each may have. */
export const SAFE_HTML: ReadonlyMap<string, readonly string[]> = new Map([
  ['abbr', ['title']],
  ['br', []],
  ['kbd', []],
  ['mark', []],
  ['small', []],
  ['sub', []],
  ['sup', []],
  ['wbr', []],
]);

/** Elements without an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  'br',
  'wbr',
  'hr',
  'img',
  'input',
  'source',
  'embed',
]);

/** What to write instead of an element that pages can't hold. */
export const HTML_ALTERNATIVES: Readonly<Record<string, string>> = {
  a: '[words](address)',
  b: '**words**',
  strong: '**words**',
  i: '*words*',
  em: '*words*',
  del: '~~words~~',
  s: '~~words~~',
  code: '`words`',
  img: '![what it shows](./picture.svg)',
  hr: '---',
  h1: '## Heading',
  h2: '## Heading',
  h3: '### Heading',
  ul: '- item',
  ol: '1. item',
  li: '- item',
  p: 'an empty line between two paragraphs',
  blockquote: '> words',
  table: '| a | b |\n| --- | --- |\n| 1 | 2 |',
  button: '<Cta label="…" />',
};
