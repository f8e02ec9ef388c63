import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import type { RegisterAnswer } from '../../edge/contract/registration.ts';
import { ROOT, runScript } from '../support/run-script.ts';
import { type ServedSite, serveSite } from '../support/served-site.ts';
import { type BuiltPage, type BuiltSite, htmlMistakes, readBuiltSite } from './support/built-site.ts';
import { BROWSER_AGENT } from '../support/browser-agent.ts';

const STORY = '%PDF-1.7 the whole story';
/** The lines below `gate:`, per case. */
const GATES: Readonly<Record<string, string>> = {
  'with-file': '{ form: whitepaper, file: story.pdf }',
  'without-file': '{ form: whitepaper, thanks: Somebody who was there writes to you. }',
};

let folder: string;
let site: BuiltSite;
let served: ServedSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-case-gate-'));
  const content = join(folder, 'content');
  await cp(join(ROOT, 'test/fixtures/content-small'), content, { recursive: true });
  for (const [slug, gate] of Object.entries(GATES)) await addCase(content, slug, gate);
  await writeFile(join(content, 'cases/with-file/story.pdf'), STORY);
  const out = join(folder, 'dist');
  const env = { GATEHOUSE_CONTENT: content, GATEHOUSE_OUT: out, GATEHOUSE_DATA: join(folder, 'data') };
  await runScript('build.ts', { env });
  site = await readBuiltSite(join(out, 'site'));
  served = await serveSite(env);
});

afterAll(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

async function addCase(content: string, slug: string, gate: string): Promise<void> {
  const home = join(content, 'cases', slug);
  await mkdir(home, { recursive: true });
  await cp(join(content, 'products/meter/cover.svg'), join(home, 'cover.svg'));
  for (const locale of LOCALES) await writeFile(join(home, `${locale}.mdx`), pageOf(slug, gate, locale));
}

function pageOf(slug: string, gate: string, locale: Locale): string {
  return `---
title: ${locale === 'zh' ? '案例' : 'Case'} ${slug}
description: ${locale === 'zh' ? '一条产线的事。' : 'What became of a line.'}
published: 2026-01-03
roles: [engineering]
stage: consideration
industries: [battery]
cover: cover.svg
coverAlt: ${locale === 'zh' ? '矩形' : 'A rectangle'}
customer: ${locale === 'zh' ? '一家涂布厂' : 'A coater'}
products: [meter]
challenge: ${locale === 'zh' ? '边缘偏厚。' : 'Thick edges.'}
result: ${locale === 'zh' ? '不再偏厚。' : 'Thick no more.'}
figures:
  - { value: '1', label: ${locale === 'zh' ? '处改动' : 'change'} }
gate: ${gate}
---

${locale === 'zh' ? '经过。' : 'How it went.'}

<Cta label="${locale === 'zh' ? '想知道更多' : 'Tell me more'}" />
`;
}

function drawn(path: string): BuiltPage {
  const page = site.pages.find((one) => one.path === path);
  if (!page) throw new Error(`there is no ${path}`);
  return page;
}

function textOf(page: BuiltPage, selector: string): string {
  return page.document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

async function register(slug: string): Promise<RegisterAnswer> {
  const response = await fetch(`${served.url}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER_AGENT, origin: served.url },
    body: JSON.stringify({
      form: 'whitepaper',
      entry: `cases/${slug}`,
      locale: 'en',
      key: `key-for-${slug}-0123456789`,
      elapsedMs: 30_000,
      answers: { name: 'Ada Wong', email: 'ada@plant.example', company: 'Plant 7' },
      consents: { privacy: true },
    }),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as RegisterAnswer;
}

describe('a case with a file behind its form', () => {
  test('shows the form beside its text, once, with the script that sends it', () => {
    for (const [locale, title] of [
      ['zh', '获取完整案例'],
      ['en', 'Get the whole story'],
    ]) {
      const page = drawn(`/${locale}/cases/with-file/`);
      expect(textOf(page, '#get h2')).toBe(title);
      expect(page.document.querySelectorAll('form[data-gate]')).toHaveLength(1);
      expect(page.document.querySelector('.case-contact')).toBeNull();
      expect(page.document.querySelector('.prose a[href="#get"]')).not.toBeNull();
      expect(page.html).toContain('data-download');
      expect(page.document.querySelectorAll('script[src]').length).toBeGreaterThan(0);
    }
  });

  test('hands the file to whoever registers', async () => {
    const { downloadUrl } = await register('with-file');
    const file = await fetch(`${served.url}${downloadUrl}`);
    expect(await file.text()).toBe(STORY);
    expect(file.headers.get('content-disposition')).toContain('story.pdf');
  });
});

describe('a case with a form and no file', () => {
  test('offers to answer, and promises nothing to download', () => {
    for (const [locale, title] of [
      ['zh', '您也遇到类似的问题？'],
      ['en', 'A problem like this one?'],
    ]) {
      const page = drawn(`/${locale}/cases/without-file/`);
      expect(textOf(page, '#get h2')).toBe(title);
      expect(page.html).toContain('Somebody who was there writes to you.');
      expect(page.html).not.toMatch(/data-download|立即下载|Download now/);
    }
  });

  test('thanks whoever registers in its own words', async () => {
    const { downloadUrl, thanksUrl } = await register('without-file');
    expect(downloadUrl).toBeNull();
    const thanks = await (await fetch(`${served.url}${thanksUrl}`)).text();
    expect(thanks).toContain('Somebody who was there writes to you.');
    expect(thanks).toContain('href="/en/cases/without-file/"');
    expect(thanks).not.toContain('/d/');
  });
});

test('their pages hold no mistakes', async () => {
  const pages = site.pages.filter(({ path }) => path.includes('/cases/'));
  expect(await htmlMistakes(pages)).toEqual([]);
});
