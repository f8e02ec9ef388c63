import { expect, test } from 'vitest';
import { classifyFile } from './classify-file.ts';

test.each([
  ['site.yaml', { kind: 'site' }],
  ['README.md', { kind: 'ignored' }],
  ['README.zh.md', { kind: 'ignored' }],
  ['logo.svg', { kind: 'picture' }],
  ['forms/whitepaper.yaml', { kind: 'form', id: 'whitepaper' }],
  ['people/lin-yue.yaml', { kind: 'person', id: 'lin-yue' }],
  ['people/lin-yue.JPG', { kind: 'picture' }],
  ['mails/download.yaml', { kind: 'mail', id: 'download' }],
  ['rules/channels.yaml', { kind: 'channels' }],
  ['rules/scoring.yaml', { kind: 'scoring' }],
  ['rules/routing.yaml', { kind: 'routing' }],
  ['rules/credit.yaml', { kind: 'credit' }],
  ['whitepapers/a-b/zh.mdx', { kind: 'page', entryKind: 'whitepapers', slug: 'a-b', locale: 'zh' }],
  ['products/lg-40/specs.yaml', { kind: 'specs', id: 'products/lg-40' }],
  ['landing/a-b/zh.b.mdx', { kind: 'variant', slug: 'a-b', locale: 'zh', variant: 'b' }],
  ['whitepapers/a-b/cover.webp', { kind: 'picture' }],
  ['whitepapers/a-b/img/one.png', { kind: 'picture' }],
  ['whitepapers/a-b/文件.pdf', { kind: 'asset' }],
])('knows %s', (path, kind) => {
  expect(classifyFile(path)).toEqual(kind);
});

test.each([
  ['site.yml', 'Rename it to "site.yaml".'],
  ['form/x.yaml', 'Did you mean "forms"? Rename the folder.'],
  ['whitepaper/x/en.mdx', 'Did you mean "whitepapers"? Rename the folder.'],
  ['forms/Old Form.yaml', 'Rename it to "old-form.yaml".'],
  ['forms/x.yml', 'Rename it to "x.yaml".'],
  ['mails/downlaod.yaml', 'Rename it to "download.yaml".'],
  ['rules/chanels.yaml', 'Rename it to "channels.yaml".'],
  ['rules/scoring.yml', 'Rename it to "scoring.yaml".'],
  ['rules/Routing.yaml', 'Rename it to "routing.yaml".'],
  ['rule/channels.yaml', 'Did you mean "rules"? Rename the folder.'],
  ['whitepapers/Inline_Gauging/en.mdx', 'Rename it to "inline-gauging".'],
  ['whitepapers/量具/en.mdx', 'Rename it to "some-slug".'],
  ['products/lg-40/spec.yml', 'Rename it to "specs.yaml".'],
  ['products/compare/zh.mdx', 'Give the folder the name of the product.'],
  ['whitepapers/a/zh-CN.mdx', 'Rename it to "zh.mdx".'],
  ['whitepapers/a/en.md', 'Rename it to "en.mdx".'],
  ['landing/a/zh.B.mdx', 'Rename it to "zh.b.mdx".'],
  ['landing/a/en.a.mdx', 'Rename it to "en.mdx".'],
  ['whitepapers/loose.mdx', 'Move it to "whitepapers/loose/".'],
])('says what %s should be', (path, hint) => {
  const kind = classifyFile(path);
  expect(kind.kind === 'refused' ? kind.explanation.hint : kind).toBe(hint);
});
