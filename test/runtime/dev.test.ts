import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { findChromium } from '../../scripts/lib/find-chromium.ts';
import { ROOT } from '../support/run-script.ts';
import { BROWSER_AGENT } from '../support/browser-agent.ts';

let folder: string;
let contentRoot: string;
let dev: ChildProcess;
let url: string;
/** What the server answered while the content could not be shown. */
let beforeStart: Response | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-dev-'));
  contentRoot = join(folder, 'content');
  // Astro's dev server leaves its pages out where it finds itself inside of vitest.
  const { VITEST: _, ...outerEnv } = process.env;
  const { keys, indexKey } = generateKeys();
  await cp(join(ROOT, 'content'), contentRoot, { recursive: true });
  const site = await readFile(join(contentRoot, 'site.yaml'), 'utf8');
  await writeFile(join(contentRoot, 'site.yaml'), site.replace('defaultLocale: zh', 'defaultLocale: [zh'));
  dev = spawn(process.execPath, [join(ROOT, 'scripts/dev.ts')], {
    cwd: ROOT,
    env: {
      ...outerEnv,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      GATEHOUSE_CONTENT: contentRoot,
      GATEHOUSE_DATA: join(folder, 'data'),
      GATEHOUSE_KEYS: keys,
      GATEHOUSE_INDEX_KEY: indexKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: dev.stdout! })) {
    const waiting = /"event":"content_problems","url":"([^"]+)"/.exec(line);
    if (waiting) {
      beforeStart = await fetch(waiting[1]!.replace('localhost', '127.0.0.1'));
      await writeFile(join(contentRoot, 'site.yaml'), site);
    }
    const listening = /"event":"listening","url":"([^"]+)"/.exec(line);
    if (!listening) continue;
    dev.stdout!.resume();
    url = listening[1]!.replace('localhost', '127.0.0.1');
    return;
  }
  throw new Error('the dev server ended before it listened');
}, 60_000);

afterAll(async () => {
  dev.kill('SIGTERM');
  await once(dev, 'exit');
  await rm(folder, { recursive: true });
});

test('content that can’t be shown is told to the browser, and the site starts when it is put right', async () => {
  expect(beforeStart?.status).toBe(503);
  expect(await beforeStart?.text()).toMatch(/content\/site\.yaml:\d+:\d+  YamlSyntax/);
  expect((await fetch(`${url}/en/`)).status).toBe(200);
});

test('the way from the form to the file works in dev, and follows the content', async () => {
  const first = await register('dev-test-first-one');
  const file = await fetch(url + first.downloadUrl);
  const clear = await readFile(join(contentRoot, 'whitepapers/inline-gauging/inline-gauging.en.pdf'));
  expect(Buffer.from(await file.arrayBuffer()).equals(clear)).toBe(true);

  const page = join(contentRoot, 'whitepapers/inline-gauging/en.mdx');
  const source = await readFile(page, 'utf8');
  await writeFile(page, source.replace(/^title: .*$/m, 'title: A title of this very minute'));
  await expect
    .poll(async () => (await fetch(url + first.thanksUrl)).text(), { timeout: 15_000, interval: 250 })
    .toContain('A title of this very minute');
}, 60_000);

test('a landing page is shown in the version that is asked for, or the visitor is given to', async () => {
  const address = `${url}/en/landing/vial-sample-test/`;
  const versionOf = async (query: string, n = 0): Promise<string | undefined> => {
    const headers = { 'user-agent': `Mozilla/5.0 Firefox/${n}.0` };
    const answer = await fetch(address + query, { headers });
    return /name="variant" value="(.)"/.exec(await answer.text())?.[1];
  };
  expect([await versionOf('?variant=a'), await versionOf('?variant=b')]).toEqual(['a', 'b']);
  const seen = new Set<string | undefined>();
  for (let n = 0; n < 16; n += 1) seen.add(await versionOf('', n));
  expect([...seen].toSorted()).toEqual(['a', 'b']);

  const page = join(contentRoot, 'landing/vial-sample-test/en.b.mdx');
  const source = await readFile(page, 'utf8');
  await writeFile(page, source.replace(/^title: .*$/m, 'title: A version of this very minute'));
  await expect
    .poll(async () => (await fetch(`${address}?variant=b`)).text(), { timeout: 15_000, interval: 250 })
    .toContain('A version of this very minute');
}, 60_000);

test('every page shows what is wrong with the content, with its place, until it is put right', async () => {
  const executablePath = process.env['GATEHOUSE_CHROMIUM'] ?? findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath && { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/en/privacy/`);
    const problems = page.getByRole('alert');
    const file = join(contentRoot, 'whitepapers/inline-gauging/zh.mdx');
    const source = await readFile(file, 'utf8');
    await writeFile(file, `${source.replace(/^stage: .*$/m, 'stage: awarness')}\n<Unknown />\n`);
    await problems.waitFor({ timeout: 15_000 });
    const text = await problems.innerText();
    expect(text).toContain('2 problems in the content');
    expect(text).toMatch(/inline-gauging\/zh\.mdx:\d+:8\s+InvalidValue/);
    expect(text).toContain('stage: awareness');
    expect(text).toMatch(/inline-gauging\/zh\.mdx:\d+:1\s+UnknownBlock/);
    await page.goto(`${url}/en/imprint/`);
    await problems.waitFor({ timeout: 15_000 });
    await writeFile(file, source);
    await problems.waitFor({ state: 'detached', timeout: 15_000 });
  } finally {
    await browser.close();
  }
}, 60_000);

async function register(key: string): Promise<{ downloadUrl: string; thanksUrl: string }> {
  const response = await fetch(`${url}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER_AGENT, origin: url },
    body: JSON.stringify({
      form: 'whitepaper',
      entry: 'whitepapers/inline-gauging',
      locale: 'en',
      key,
      elapsedMs: 30_000,
      answers: { name: 'Ada Lovelace', email: 'ada@analytical.example', company: 'Analytical Engines' },
      consents: { privacy: true },
    }),
  });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as { downloadUrl: string; thanksUrl: string };
}
