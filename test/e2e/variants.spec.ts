import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { fillPerson, type Locale, newVisitor, paperPath, poolRecords, WORDS } from './support/visitor.ts';

const HEADLINES = {
  zh: { a: '寄瓶子来，十个工作日给您一份报告', b: '裂纹一直在那里，差的是一束光' },
  en: {
    a: 'Send us vials. Get a report in ten working days.',
    b: 'The crack was there. The light was wrong.',
  },
} as const;
const PRODUCT = { zh: '送检产品', en: 'What you send' } as const;
const pathOf = (locale: Locale): string => `/${locale}/landing/vial-sample-test/`;

type Version = 'a' | 'b';

/** A visitor whose browser is given to `version`; the split goes by address and browser. */
async function visitorOf(
  version: Version,
  {
    browser,
    baseURL,
    ...options
  }: { browser: Browser; baseURL: string | undefined; javaScriptEnabled?: boolean },
): Promise<BrowserContext> {
  for (let n = 100; n < 200; n += 1) {
    const userAgent = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/${n}.0.0.0 Safari/537.36`;
    const page = await fetch(`${baseURL ?? ''}${pathOf('en')}`, { headers: { 'user-agent': userAgent } });
    if ((await page.text()).includes(`name="variant" value="${version}"`)) {
      const { viewport, isMobile, hasTouch } = test.info().project.use;
      return browser.newContext({
        userAgent,
        ...(baseURL ? { baseURL } : {}),
        ...(viewport === undefined ? {} : { viewport }),
        ...(isMobile === undefined ? {} : { isMobile }),
        ...(hasTouch === undefined ? {} : { hasTouch }),
        ...options,
      });
    }
  }
  throw new Error(`no browser is given to ${version}`);
}

/** Clauses of a headline are laid out as blocks. */
const headline = async (page: Page): Promise<string> =>
  (await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ').replaceAll(/(?<=[，。]) /g, '');

test('two visitors see two versions at one address, each always the same, and nothing is stored', async ({
  browser,
  baseURL,
}) => {
  for (const version of ['a', 'b'] as const) {
    const context = await visitorOf(version, { browser, baseURL });
    const page = await context.newPage();
    const documents: string[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'document') {
        documents.push(`${response.status()} ${new URL(response.url()).pathname}`);
      }
    });
    for (const locale of ['zh', 'en', 'zh'] as const) {
      const answer = await page.goto(pathOf(locale));
      expect(await headline(page)).toBe(HEADLINES[locale][version]);
      // What arrived is what is shown: no script has changed it.
      const shown = await page.locator('h1').evaluate((heading) => heading.outerHTML);
      expect(await answer!.text()).toContain(shown);
      await expect(page).toHaveURL(pathOf(locale));
    }
    expect(documents).toEqual([`200 ${pathOf('zh')}`, `200 ${pathOf('en')}`, `200 ${pathOf('zh')}`]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await context.close();
  }
});

for (const javaScriptEnabled of [true, false]) {
  for (const locale of ['zh', 'en'] as const) {
    const how = `${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
    test(`a registration tells which version it came from (${how})`, async ({ browser, baseURL }) => {
      for (const version of ['a', 'b'] as const) {
        const context = await visitorOf(version, { browser, baseURL, javaScriptEnabled });
        const page = await context.newPage();
        const visitor = newVisitor();
        if (javaScriptEnabled) await page.clock.install();
        await page.goto(`${pathOf(locale)}?utm_source=baidu`);
        await fillIn(page, { locale, visitor });
        if (javaScriptEnabled) await page.clock.fastForward(3_000);
        await send(page);
        await expect(page.getByRole('heading', { name: WORDS[locale].thanks })).toBeVisible();
        expect(await recordOf(visitor)).toMatchObject({
          entry: 'landing/vial-sample-test',
          variant: version,
          landing_variant: version,
          utm_source: 'baidu',
          page: pathOf(locale),
        });
        await context.close();
      }
    });
  }
}

test('a form that the server hands back keeps its version', async ({ browser, baseURL }) => {
  const context = await visitorOf('b', { browser, baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  const visitor = newVisitor();
  await page.goto(pathOf('zh'));
  await fillIn(page, { locale: 'zh', visitor: { ...visitor, email: 'nobody' } });
  await page.locator('form[data-gate]').evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await send(page);
  await expect(page).toHaveURL(/\/api\/register$/);
  await page.getByLabel(WORDS.zh.email).fill(visitor.email);
  await send(page);
  await expect(page.getByRole('heading', { name: WORDS.zh.thanks })).toBeVisible();
  expect(await recordOf(visitor)).toMatchObject({ variant: 'b', landing_variant: 'b' });
  await context.close();
});

test('the form in the dialog of a phone is the same', async ({ browser, baseURL, isMobile }) => {
  test.skip(!isMobile, 'the bar that opens it is there on phones');
  const context = await visitorOf('b', { browser, baseURL });
  const page = await context.newPage();
  const visitor = newVisitor();
  await page.clock.install();
  await page.goto(pathOf('zh'));
  await page.getByRole('button', { name: '全部拒绝' }).click();
  await page.locator('.faq').scrollIntoViewIfNeeded();
  await page.locator('.foot-bar a').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await fillIn(page, { locale: 'zh', visitor });
  await page.clock.fastForward(3_000);
  await send(page);
  await expect(page.getByRole('dialog').getByRole('heading', { name: WORDS.zh.thanks })).toBeVisible();
  expect(await recordOf(visitor)).toMatchObject({ variant: 'b', landing_variant: 'b' });
  await context.close();
});

test('who lands on a version and registers elsewhere brings it along', async ({ browser, baseURL }) => {
  const context = await visitorOf('b', { browser, baseURL });
  const page = await context.newPage();
  const visitor = newVisitor();
  await page.clock.install();
  await page.goto(pathOf('en'));
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
  await page.locator('header.head .brand').click();
  await page
    .locator(`a[href="${paperPath('en')}"]`)
    .first()
    .click();
  await expect(page).toHaveURL(paperPath('en'));
  const form = page.locator('form[data-gate]');
  await form.getByLabel(WORDS.en.name, { exact: false }).first().fill(visitor.name);
  await form.getByLabel(WORDS.en.email).fill(visitor.email);
  await form.getByLabel(WORDS.en.company).fill(visitor.company);
  await form.getByRole('checkbox', { name: WORDS.en.privacy }).check();
  await page.clock.fastForward(3_000);
  await send(page);
  await expect(page.getByRole('heading', { name: WORDS.en.thanks })).toBeVisible();
  expect(await recordOf(visitor)).toMatchObject({
    entry: 'whitepapers/inline-gauging',
    variant: '',
    landing_variant: 'b',
  });
  await context.close();
});

test('a preview shows the version that its address asks for', async ({ page }) => {
  for (const version of ['a', 'b'] as const) {
    await page.goto(`${pathOf('en')}?variant=${version}`);
    expect(await headline(page)).toBe(HEADLINES.en[version]);
    await expect(page).toHaveURL(`${pathOf('en')}?variant=${version}`);
  }
});

async function fillIn(
  page: Page,
  { locale, visitor }: { locale: Locale; visitor: ReturnType<typeof newVisitor> },
): Promise<void> {
  const form = page.locator('form[data-gate]');
  await fillPerson(form, { locale, visitor });
  await form.getByLabel(PRODUCT[locale]).selectOption('vial');
}

async function send(page: Page): Promise<void> {
  await page.locator('form[data-gate]').getByRole('button').click();
}

async function recordOf(visitor: ReturnType<typeof newVisitor>): Promise<Readonly<Record<string, string>>> {
  const [record, ...more] = (await poolRecords()).filter((one) => Object.values(one).includes(visitor.email));
  if (!record || more.length > 0)
    throw new Error(`${more.length + (record ? 1 : 0)} registrations of one visitor`);
  return record;
}
