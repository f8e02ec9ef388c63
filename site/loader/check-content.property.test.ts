import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';
import { createMemoryFolder } from './folder/create-memory-folder.ts';
import { decodeText } from './folder/decode-text.ts';
import { ISSUE_CODES } from './issues/issue-codes.ts';

const ROOT = 'test/fixtures/content-small';
const FILES: Record<string, Uint8Array> = Object.fromEntries(
  readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(ROOT.length + 1), readFileSync(path)]),
);
const TEXTS = Object.keys(FILES).filter((path) => /\.(mdx|yaml)$/.test(path));

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

const mutation = fc.record({
  path: fc.constantFrom(...TEXTS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 12 }),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })),
});

test(
  'never throws and finds a real place for each issue, whatever is done to a text',
  async () => {
    const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const files = { ...FILES };
        for (const { path, at, drop, insert } of changes) {
          const text = new TextDecoder().decode(files[path]);
          const start = Math.floor(at * text.length);
          files[path] = new TextEncoder().encode(text.slice(0, start) + insert + text.slice(start + drop));
        }
        const { content, issues } = await checkContent(createMemoryFolder(files), {
          cache: { texts: new Map() },
        });
        expect(content === null).toBe(issues.length > 0);
        for (const { file, line, column, code, message } of issues) {
          const bytes = files[file.slice('content/'.length)] ?? new Uint8Array();
          const lines = decodeText(bytes, file).text.split('\n');
          expect(Object.keys(ISSUE_CODES)).toContain(code);
          expect(message).not.toBe('');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: RUNS },
    );
  },
  120_000 + RUNS * 30,
);

test('never throws for bytes of any kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TEXTS), fc.uint8Array({ maxLength: 200 }), async (path, bytes) => {
      const folder = createMemoryFolder({ ...FILES, [path]: bytes });
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
      const folder = createMemoryFolder({ ...FILES, [parts.join('/')]: 'a: 1\n' });
      const { issues } = await checkContent(folder, { cache: { texts: new Map() } });
      for (const { line, column } of issues) expect([line, column].every((number) => number >= 1)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
