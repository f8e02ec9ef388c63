import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import GithubSlugger from 'github-slugger';
import * as z from 'zod';
import { BLOCKS } from '../blocks/blocks.ts';
import { FOLDERS } from '../loader/folder/classify-file.ts';
import { checkChannels } from '../loader/checks/check-channels.ts';
import { formatIssues } from '../loader/issues/format-issues.ts';
import { renderText } from '../loader/mdx/render-text.ts';
import { parseYaml } from '../loader/yaml/parse-yaml.ts';
import { validate } from '../loader/yaml/validate.ts';
import { ConfirmationMailSchema } from './confirmation-mail-schema.ts';
import { ChannelsSchema } from './channels-schema.ts';
import { CreditSchema } from './credit-schema.ts';
import { DownloadMailSchema } from './download-mail-schema.ts';
import { FormSchema } from './form-schema.ts';
import { headSchemas } from './head-schemas.ts';
import { MAIL_PLACEHOLDERS } from './mail-placeholders.ts';
import { OwnerMailSchema } from './owner-mail-schema.ts';
import { personSchema } from './person-schema.ts';
import { PictureSchema } from './picture-schema.ts';
import { RoutingSchema } from './routing-schema.ts';
import { ScoringSchema } from './scoring-schema.ts';
import { siteSchema } from './site-schema.ts';
import { SpecsSchema } from './specs-schema.ts';

const GUIDE = readFileSync('content/README.md', 'utf8');
const [ENGLISH = '', CHINESE = ''] = GUIDE.split('\n# 用 Gatehouse');

const HEADS = headSchemas(PictureSchema);

const SCHEMAS = {
  ...HEADS,
  site: siteSchema(PictureSchema),
  form: FormSchema,
  person: personSchema(PictureSchema),
  specs: SpecsSchema,
  channels: ChannelsSchema,
  scoring: ScoringSchema,
  routing: RoutingSchema,
  credit: CreditSchema,
  downloadMail: DownloadMailSchema,
  confirmationMail: ConfirmationMailSchema,
  ownerMail: OwnerMailSchema,
};

test.each(Object.entries(SCHEMAS))('the guide explains every key of %s in both languages', (_, schema) => {
  const keys = keysOf(schema);
  expect(keys.size).toBeGreaterThanOrEqual(4);
  for (const guide of [ENGLISH, CHINESE]) {
    const unexplained = [...keys].filter((key) => !new RegExp(`\`(?:\\w+\\.)?${key}[\`.]`).test(guide));
    expect(unexplained).toEqual([]);
  }
});

test('the guide names every placeholder of the mails', () => {
  const names = Object.values(MAIL_PLACEHOLDERS).flat();
  const missing = names.filter(
    (name) => !ENGLISH.includes(`{{${name}}}`) || !CHINESE.includes(`{{${name}}}`),
  );
  expect(missing).toEqual([]);
});

test('the pages of the guide can be published as they stand', () => {
  const pages = codeOf('mdx').filter((code) => code.startsWith('---'));
  expect(pages).toHaveLength(2);
  for (const page of pages) {
    const [, head = '', body = ''] = page.split(/^---\n/m);
    expect(
      formatIssues(validate(parseYaml({ file: 'README.md', text: head }), HEADS.whitepapers).issues),
    ).toBe(NONE);
    expect(formatIssues(renderText({ file: 'README.md', text: body, locale: 'en' }).issues)).toBe(NONE);
  }
});

test('the guide shows every block, and its examples work', () => {
  const examples = codeOf('mdx').filter((code) => code.startsWith('<'));
  for (const name of BLOCKS.keys()) {
    expect(examples.filter((example) => example.startsWith(`<${name}`))).toHaveLength(2);
  }
  for (const text of [...examples, ...[...BLOCKS.values()].map(({ example }) => example)]) {
    expect(formatIssues(renderText({ file: 'README.md', text, locale: 'en' }).issues)).toBe(NONE);
  }
});

test('the form of the guide works', () => {
  const form = codeOf('yaml').find((code) => code.startsWith('fields:')) ?? '';
  expect(formatIssues(validate(parseYaml({ file: 'README.md', text: form }), FormSchema).issues)).toBe(NONE);
});

test('the specification tables of the guide work', () => {
  const tables = codeOf('yaml').filter((code) => code.startsWith('variants:'));
  expect(tables).toHaveLength(2);
  for (const text of tables) {
    expect(formatIssues(validate(parseYaml({ file: 'README.md', text }), SpecsSchema).issues)).toBe(NONE);
  }
});

test('the case of the guide works', () => {
  const CasePart = HEADS.cases.pick({
    customer: true,
    products: true,
    challenge: true,
    result: true,
    figures: true,
  });
  const cases = codeOf('yaml').filter((code) => code.startsWith('customer:'));
  expect(cases).toHaveLength(2);
  for (const text of cases) {
    expect(formatIssues(validate(parseYaml({ file: 'README.md', text }), CasePart).issues)).toBe(NONE);
  }
});

test('the gates of the guide work', () => {
  const GatePart = HEADS.landing.pick({ gate: true });
  const gates = codeOf('yaml').filter((code) => code.startsWith('gate:'));
  expect(gates).toHaveLength(2);
  for (const text of gates) {
    expect(formatIssues(validate(parseYaml({ file: 'README.md', text }), GatePart).issues)).toBe(NONE);
  }
});

test('begins with a white paper in five minutes, in both languages', () => {
  const first = (guide: string) => /^## (.*)$/m.exec(guide)?.[1];
  expect([first(ENGLISH), first(CHINESE)]).toEqual(['A white paper in five minutes', '五分钟发布一份白皮书']);
});

test('the folder tree names every folder, in both languages', () => {
  for (const guide of [ENGLISH, CHINESE]) {
    const tree = /```\ncontent\/\n([^]*?)```/.exec(guide)?.[1] ?? '';
    expect(FOLDERS.filter((folder) => !tree.includes(`  ${folder}/`))).toEqual([]);
  }
});

test('both languages have the same sections', () => {
  const levels = (guide: string) => guide.replaceAll(/^ *```[^]*?^ *```$/gm, '').match(/^##+ /gm);
  expect(levels(CHINESE)).toEqual(levels(ENGLISH));
});

test('links within the guide lead to a heading, in the same language', () => {
  for (const guide of [ENGLISH, CHINESE]) {
    const slugger = new GithubSlugger();
    const prose = guide.replaceAll(/^ *```[^]*?^ *```$/gm, '');
    const anchors = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugger.slug(heading));
    const links = [...prose.matchAll(/(?<!`)\]\(#([^)]+)\)(?!`)/g)].map(([, anchor = '']) => anchor);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !anchors.includes(link) && link !== '用-gatehouse-发布内容')).toEqual([]);
  }
});

test.each([
  ['channels', ChannelsSchema],
  ['scoring', ScoringSchema],
  ['routing', RoutingSchema],
] as const)('the rules of the guide for %s work', (name, schema) => {
  const key = { channels: '\nchannels:', scoring: '\nfit:', routing: '\nterritories:' }[name];
  const rules = codeOf('yaml').filter((code) => code.startsWith('version:') && code.includes(key));
  expect(rules).toHaveLength(2);
  for (const text of rules) {
    const yaml = parseYaml({ file: 'README.md', text });
    const { issues } = validate(yaml, schema);
    expect(formatIssues([...issues, ...(name === 'channels' ? checkChannels({ yaml }) : [])])).toBe(NONE);
  }
});

const NONE = '0 problems in 0 files';

/** Code blocks of the guide, without the indentation of the list they may stand in. */
function codeOf(language: string): string[] {
  const blocks = GUIDE.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([^]*?)^ *\`\`\`$`, 'gm'));
  return [...blocks].map(([, indent = '', code = '']) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

function keysOf(schema: z.core.$ZodType, keys = new Set<string>()): Set<string> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    keysOf(schema.unwrap(), keys);
  }
  if (schema instanceof z.ZodArray) keysOf(schema.element, keys);
  if (schema instanceof z.ZodDiscriminatedUnion) for (const option of schema.options) keysOf(option, keys);
  if (schema instanceof z.ZodObject) {
    for (const [key, field] of Object.entries(schema.shape)) {
      keys.add(key);
      keysOf(field as z.core.$ZodType, keys);
    }
  }
  return keys;
}
