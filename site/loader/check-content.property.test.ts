import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';
import { createMemoryFolder } from './folder/create-memory-folder.ts';
import { decodeText } from './folder/decode-text.ts';
import { ISSUE_CODES } from './issues/issue-codes.ts';
import type { Issue } from './issues/issue.ts';
import type { TextCache } from './mdx/render-cached.ts';

/** Small and quick. */
const SMALL = readFolder('test/fixtures/content-small');
/** Every kind of entry, all blocks, specification tables. */
const SAMPLE = readFolder('content');
const TEXTS = textsOf(SMALL);

/** Pieces that mean something to YAML, Markdown or JSX. */
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '</',
  '/>',
  ':',
  ': ',
  '：',
  '- ',
  '\n',
  '\r\n',
  '\t',
  '  ',
  '"',
  "'",
  '`',
  '|',
  '>-',
  '#',
  '---\n',
  '&a',
  '*a',
  '!x',
  '{{',
  '}}',
  '{{name}}',
  '${',
  '<!--',
  '{/*',
  '*/}',
  '<Figures',
  'items={',
  '<Callout title="x">',
  '</Callout>',
  '![',
  '](',
  'javascript:',
  '//x',
  '../',
  '\u0000',
  '\uFEFF',
  '\uFFFD',
  '\u2028',
  '\uD800',
  '量',
  '😀',
  '__proto__',
  'constructor',
  'import x',
  'export ',
  '| a |\n| - |\n',
  '[^1]',
  '[^1]: x',
  '~',
  'null',
  'true',
  '1e999',
  '0x10',
  '? ',
  '%',
  '@',
];

// `npm run proof` asks for 20,000.
const RUNS = Number(process.env['GATEHOUSE_FUZZ_RUNS'] ?? 400);

interface Mutation {
  readonly path: string;
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
}

const mutationsOf = (files: Files): fc.Arbitrary<Mutation[]> =>
  fc.array(
    fc.record({
      path: fc.constantFrom(...textsOf(files)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat({ max: 12 }),
      insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })),
    }),
    { minLength: 1, maxLength: 5 },
  );

test.each([
  { name: 'a small folder', base: SMALL, runs: RUNS },
  { name: 'every kind of entry', base: SAMPLE, runs: Math.ceil(RUNS / 4) },
])(
  'never throws and finds a real place for each issue, whatever is done to a text of $name',
  async ({ base, runs }) => {
    // Texts that stay as they are need not be rendered a thousand times.
    const texts: TextCache['texts'] = new Map();
    await checkContent(createMemoryFolder(base), { cache: { texts } });
    await fc.assert(
      fc.asyncProperty(mutationsOf(base), async (changes) => {
        const files = changes.reduce(mutate, base);
        const cache = { texts: new Map(texts) };
        const { content, issues, warnings } = await checkContent(createMemoryFolder(files), { cache });
        expect(content === null).toBe(issues.length > 0);
        for (const issue of [...issues, ...warnings]) expectRealPlace(issue, files);
      }),
      { numRuns: runs },
    );
  },
  120_000 + RUNS * 60,
);

function mutate(files: Files, { path, at, drop, insert }: Mutation): Files {
  const text = new TextDecoder().decode(files[path]);
  const start = Math.floor(at * text.length);
  return {
    ...files,
    [path]: new TextEncoder().encode(text.slice(0, start) + insert + text.slice(start + drop)),
  };
}

function expectRealPlace({ file, line, column, code, message }: Issue, files: Files): void {
  const bytes = files[file.slice('content/'.length)] ?? new Uint8Array();
  const lines = decodeText(bytes, file).text.split('\n');
  expect(Object.keys(ISSUE_CODES)).toContain(code);
  expect(message).not.toBe('');
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(lines.length);
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
}

test('never throws for bytes of any kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TEXTS), fc.uint8Array({ maxLength: 200 }), async (path, bytes) => {
      const folder = createMemoryFolder({ ...SMALL, [path]: bytes });
      const { issues } = await checkContent(folder, { cache: { texts: new Map() } });
      expect(issues.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('never throws for files of any name', async () => {
  const name = fc.oneof(
    fc.constantFrom(
      'forms',
      'people',
      'mails',
      'whitepapers',
      'products',
      'cases',
      'landing',
      'articles',
      'specs.yaml',
      'x',
      'en.mdx',
      'zh.mdx',
      'a.yaml',
      'b.pdf',
      'constructor',
    ),
    fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !text.includes('/')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (parts) => {
      const folder = createMemoryFolder({ ...SMALL, [parts.join('/')]: 'a: 1\n' });
      const { issues } = await checkContent(folder, { cache: { texts: new Map() } });
      for (const { line, column } of issues) expect([line, column].every((number) => number >= 1)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

type Files = Readonly<Record<string, Uint8Array>>;

function readFolder(root: string): Files {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path)]));
}

function textsOf(files: Files): string[] {
  return Object.keys(files).filter((path) => /\.(mdx|yaml)$/.test(path));
}
