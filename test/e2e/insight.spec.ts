import { expect, type Page, test } from '@playwright/test';
import type { ServedSite } from '../support/served-site.ts';
import { serveAlteredSite } from './support/altered-site.ts';
import { type InsightStandIn, startInsightStandIn } from './support/insight-stand-in.ts';
import { fillInTime, newVisitor, paperPath, WORDS } from './support/visitor.ts';

const KEY = 'phc_0123456789abcdefghijABCDEFGHIJ';

test.describe.configure({ mode: 'default' });
test.skip(({ isMobile }) => isMobile, 'what is sent is the same on every screen');

// PostHog does not count robots, for which it would take the browser of the tests.
test.use({
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
});
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { value: false });
    Object.defineProperty(navigator, 'userAgentData', { value: undefined });
  }),
);

let posthog: InsightStandIn;
let site: ServedSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  posthog = await startInsightStandIn();
  site = await serveAlteredSite(
    (yaml) => yaml.replace('\nlegal:\n', `\nanalytics:\n  posthog: { key: ${KEY} }\n\nlegal:\n`),
    { GATEHOUSE_INSIGHT_UPSTREAM: posthog.url },
  );
});

test.afterAll(async () => {
  await site.stop();
  await posthog.stop();
});

test('who agrees is told of by the names of the catalogue, without what is personal, through our own origin', async ({
  page,
}) => {
  const asked = requestsOf(page);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const before = posthog.received.length;
  const mine = () => posthog.received.slice(before);
  const visitor = newVisitor();
  await page.goto(`${site.url}${paperPath('en')}?utm_source=mail&utm_term=ada@plant.example&tel=13812345678`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => mine().map(({ event }) => event)).toEqual(['page_view']);
  await fillInTime(page, { locale: 'en', visitor });
  await page.getByRole('button', { name: WORDS.en.submit }).click();
  await expect(page.getByRole('heading', { name: WORDS.en.thanks })).toBeFocused();
  await expect.poll(() => mine().length).toBeGreaterThanOrEqual(4);
  await page.goto(`${site.url}/en/cases/`);
  await expect.poll(() => mine().at(-1)?.event).toBe('page_view');

  const events = mine();
  expect(events.map(({ event }) => event).filter((name) => name !== 'cta')).toEqual([
    'page_view',
    'form_start',
    '$identify',
    'registration',
    'page_view',
  ]);
  const last = events.at(-1)?.properties ?? {};
  expect(last['distinct_id']).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  expect(events.find(({ event }) => event === 'registration')?.properties).toMatchObject({
    distinct_id: last['distinct_id'],
    registration: last['distinct_id'],
  });
  for (const { text, headers, path, properties } of events) {
    expect(text).not.toContain('ada@plant');
    expect(text).not.toContain('13812345678');
    expect(text).not.toContain(visitor.email);
    expect(text).not.toContain(visitor.company);
    expect(path).toBe('/e/');
    expect(properties['token']).toBe(KEY);
    expect(
      Object.keys(headers).filter((name) => /cookie|forwarded|real-ip|user-agent|referer/.test(name)),
    ).toEqual(headers['user-agent'] ? ['user-agent'] : []);
    expect(headers['user-agent'] ?? '').not.toContain('Mozilla');
  }
  expect(events[0]?.properties['$current_url']).toContain('utm_term=redacted-email&tel=redacted-phone');
  expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([site.url]));
  expect(
    asked.filter((url) => url.includes('/api/insight')).every((url) => url.includes('/api/insight/e/')),
  ).toBe(true);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(errors).toEqual([]);
});

test('before consent, and after a refusal, nothing is loaded and nothing is sent', async ({ page }) => {
  const asked = requestsOf(page);
  const before = posthog.received.length;
  await page.goto(`${site.url}/en/`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await page.goto(`${site.url}/en/cases/`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /InsightScript|\/api\//.test(url))).toEqual([]);
  expect(posthog.received.length).toBe(before);
});

test('who withdraws is told of no more, and nothing of it is left in the browser', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  const before = posthog.received.length;
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => posthog.received.length).toBe(before + 1);
  expect(await page.evaluate(() => Object.keys(localStorage))).toContain('ph_gatehouse');
  await page.getByRole('button', { name: 'Privacy choices' }).click();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  const asked = requestsOf(page);
  await page.getByRole('link', { name: 'All white papers' }).first().click();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /InsightScript|\/api\//.test(url))).toEqual([]);
  expect(posthog.received.length).toBe(before + 1);
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([
    ['gatehouse.privacy'],
    [],
  ]);
});

function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}
