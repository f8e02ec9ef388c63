import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { createLinks, type Links, PAGE_KINDS } from './support/page-kinds.ts';
import { fillForm, type Locale, newVisitor, paperPath, WORDS } from './support/visitor.ts';

const LOCALES: readonly Locale[] = ['zh', 'en'];
/** The narrowest phone that is still in use, and what each project's screen is. */
const WIDTHS = { phone: [320, 390], desktop: [1440] };
const BROWSER_LOCALES: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en-GB' };

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale: BROWSER_LOCALES[locale] });
    let links: Links;
    test.beforeAll(async () => {
      links = await createLinks(locale);
    });
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
    });

    for (const { name, open } of PAGE_KINDS) {
      test(`${name}: accessible by day and by night, and as wide as the screen`, async ({
        page,
        isMobile,
      }) => {
        await open(page, { locale, links });
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        expect(await axeFindings(new AxeBuilder({ page })), 'by day').toEqual([]);
        // Colours are all that changes.
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        const contrast = new AxeBuilder({ page }).withRules('color-contrast');
        expect(await axeFindings(contrast), 'by night').toEqual([]);
        for (const width of WIDTHS[isMobile ? 'phone' : 'desktop']) {
          await page.setViewportSize({ width, height: 800 });
          expect(await wideElements(page, width), `at ${width}`).toEqual([]);
        }
      });
    }

    test('a whole visit asks this site only, stores nothing and breaks no policy', async ({
      page,
      context,
    }) => {
      const faults = watch(page);
      const words = WORDS[locale];
      await page.goto('/?utm_source=baidu');
      await page.goto(`/${locale}/?utm_source=baidu`);
      await page.getByRole('link', { name: words.paper }).first().click();
      await page.getByRole('button', { name: words.submit }).click();
      await fillForm(page, { locale, visitor: newVisitor() });
      await page.getByRole('button', { name: words.submit }).click();
      await expect(page.getByRole('heading', { name: words.thanks })).toBeVisible();
      await page.goto(`/t/${links.good}`);
      await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words.download }).click(),
      ]);
      await page.getByRole('link', { name: /回到原来的页面|Back to the page/ }).click();
      await expect(page).toHaveURL(paperPath(locale));
      await page.goto(`/${locale}/privacy/`);

      expect(faults).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(stored)).toEqual({
        cookie: '',
        local: 0,
        session: 0,
        databases: 0,
        caches: 0,
        workers: 0,
      });
    });

    test('the keyboard alone reaches everything in order and registers', async ({ page }) => {
      const words = WORDS[locale];
      const visitor = newVisitor();
      await page.goto(paperPath(locale));
      await page.keyboard.press('Tab');
      await expect(page.locator('a.skip')).toBeFocused();
      await expect(page.locator('a.skip')).toBeInViewport({ ratio: 1 });
      await tabTo(page, page.locator('a.language'));
      for (const [label, value] of [
        [words.name, visitor.name],
        [words.email, visitor.email],
        [words.company, visitor.company],
      ] as const) {
        await tabTo(page, page.getByLabel(label).first());
        await page.keyboard.type(value);
      }
      await tabTo(page, page.getByRole('checkbox', { name: words.privacy }));
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('button', { name: words.submit }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: words.thanks })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: words.download })).toBeFocused();
    });

    test('the skip link skips to the text', async ({ page }) => {
      await page.goto(paperPath(locale));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('main')).toBeFocused();
    });

    test('the language switch leads to the same page in the other language and back', async ({ page }) => {
      const other = locale === 'zh' ? 'en' : 'zh';
      for (const path of ['', 'whitepapers/', 'whitepapers/inline-gauging/', 'privacy/', 'imprint/']) {
        await page.goto(`/${locale}/${path}`);
        await page.locator('a.language').click();
        await expect(page).toHaveURL(`/${other}/${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', other === 'zh' ? 'zh-Hans' : 'en');
        await page.locator('a.language').click();
        await expect(page).toHaveURL(`/${locale}/${path}`);
      }
    });

    test('a page without its styles reads in order, and its form works', async ({ page }) => {
      const words = WORDS[locale];
      await page.route('**/*.css', (route) => route.abort());
      await page.goto(paperPath(locale));
      const inOrder = [
        page.locator('a.skip'),
        page.locator('a.language'),
        page.getByRole('heading', { level: 1 }),
        page.locator('.prose p').first(),
        page.locator('form[data-gate]'),
        page.getByRole('button', { name: words.submit }),
        page.locator('footer'),
      ];
      const tops = [];
      for (const element of inOrder) {
        await expect(element).toBeVisible();
        tops.push((await element.boundingBox())?.y ?? NaN);
      }
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      const visitor = newVisitor();
      for (const name of ['name', 'email', 'company'] as const) {
        await page.getByLabel(words[name]).first().fill(visitor[name]);
      }
      // A phone shows the unstyled page zoomed out, where a tap is hard to aim.
      await page.getByRole('checkbox', { name: words.privacy }).press('Space');
      await page.getByRole('button', { name: words.submit }).press('Enter');
      await expect(page.getByRole('heading', { name: words.thanks })).toBeFocused();
    });
  });
}

/** One line a finding, with the places. Our pages hold no frames, which the slower way is for. */
async function axeFindings(builder: AxeBuilder): Promise<string[]> {
  const { violations, passes } = await builder.setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`,
  );
}

/** What makes the page scroll sideways; what scrolls in a box of its own may be as wide as it likes. */
function wideElements(page: Page, width: number): Promise<string[]> {
  return page.evaluate((limit) => {
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
      .map((element) => element.outerHTML.slice(0, 120));
  }, width);
}

/** Gathers what must not happen while a page is open. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  const { origin } = new URL(process.env['GATEHOUSE_E2E_URL'] ?? '');
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      faults.push(`asks ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => {
    // Whoever leaves a page takes back what it still asks for.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.url()} is ${response.status()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`says ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`throws ${error.message}`));
  return faults;
}

async function stored(): Promise<Record<string, unknown>> {
  return {
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    // Both are there in a secure context alone.
    caches: 'caches' in globalThis ? (await caches.keys()).length : 0,
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  };
}

/** Presses Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const maxStops = 60;
  for (let stop = 0; stop < maxStops; stop += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(target)} is not reached by Tab`);
}
