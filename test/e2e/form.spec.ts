import { expect, test } from '@playwright/test';
import { fillForm, newVisitor, paperPath, poolRecords, WORDS } from './support/visitor.ts';

const zh = WORDS.zh;
const PAPER = paperPath('zh');

test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await page.goto(PAPER);
});

test('shows what is missing in place, takes the reader there and keeps the rest', async ({ page }) => {
  await page.getByLabel(zh.company).fill('远东精密制造');
  await page.getByLabel(zh.email).fill('wang@factory');
  await page.getByRole('button', { name: zh.submit }).click();

  await expect(page.getByLabel(zh.name)).toBeFocused();
  await expect(page.getByLabel(zh.name)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('请填写姓名')).toBeVisible();
  await expect(page.getByText('请输入完整的邮箱地址')).toBeVisible();
  await expect(page.getByText('请先勾选同意此项')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('3');
  await expect(page.getByLabel(zh.company)).toHaveValue('远东精密制造');

  await page.getByLabel(zh.name).fill('王小明');
  await expect(page.getByText('请填写姓名')).toBeHidden();
});

test('takes a submission that got no answer for one, sends it again when back online, and registers once', async ({
  page,
  context,
}) => {
  const visitor = newVisitor();
  await fillForm(page, { locale: 'zh', visitor });
  await page.clock.fastForward(3_000);
  await context.setOffline(true);
  await page.getByRole('button', { name: zh.submit }).click();
  await expect(page.getByText('资料还没有提交')).toBeVisible();
  await expect(page.getByLabel(zh.email)).toHaveValue(visitor.email);

  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  expect(await registrationsOf(visitor.email)).toHaveLength(1);
});

test('registers once when the answer is lost on the way and the reader sends again', async ({ page }) => {
  const visitor = newVisitor();
  let lost = 0;
  await page.route('**/api/register', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await fillForm(page, { locale: 'zh', visitor });
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: zh.submit }).click();
  await page.getByRole('button', { name: '再次提交' }).click();

  await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  expect(await registrationsOf(visitor.email)).toHaveLength(1);
});

test('waits as long as a busy server asks and then sends by itself', async ({ page }) => {
  let refused = 0;
  await page.route('**/api/register', (route) => {
    if (refused > 0) return route.continue();
    refused += 1;
    return route.fulfill({ status: 503, headers: { 'retry-after': '30' }, json: { code: 'unavailable' } });
  });
  await fillForm(page, { locale: 'zh', visitor: newVisitor() });
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: zh.submit }).click();
  await expect(page.getByText('30 秒后自动再试')).toBeVisible();
  await page.clock.fastForward(30_000);
  await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
});

test('is busy while it sends, so that a second click changes nothing', async ({ page }) => {
  let sent = 0;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/register', async (route) => {
    sent += 1;
    await released;
    await route.continue();
  });
  await fillForm(page, { locale: 'zh', visitor: newVisitor() });
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: zh.submit }).click();
  const busy = page.getByRole('button', { name: '正在提交' });
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('form[data-gate]')).toHaveAttribute('aria-busy', 'true');
  // A browser clicks what is only said to be disabled; Playwright has to be told to.
  await busy.click({ force: true });
  await page.keyboard.press('Enter');
  release();
  await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  expect(sent).toBe(1);
});

test('keeps the second half of a double click from what the thank-you state moved under it', async ({
  page,
}) => {
  await fillForm(page, { locale: 'zh', visitor: newVisitor() });
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: zh.submit }).click();
  await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  const next = page
    .getByRole('main')
    .getByRole('link', { name: /只有 20 毫秒/ })
    .first();
  await next.dispatchEvent('click', { detail: 2 });
  await expect(page).toHaveURL(PAPER);
  const took = await next.evaluate((link) =>
    link.dispatchEvent(new MouseEvent('mousedown', { detail: 2, bubbles: true, cancelable: true })),
  );
  expect(took, 'a press that would take the focus').toBe(false);
  await next.click();
  await expect(page).not.toHaveURL(PAPER);
});

test('shows what only the server can know at the field it is about', async ({ page }) => {
  await fillForm(page, { locale: 'zh', visitor: { ...newVisitor(), name: '王\u202E小明' } });
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: zh.submit }).click();
  await expect(page.getByText('姓名含有无法识别的字符')).toBeVisible();
  await expect(page.getByLabel(zh.name)).toBeFocused();
});

test('gives a robot that fills the trap its success, and nobody the file', async ({ page }) => {
  const visitor = newVisitor();
  await fillForm(page, { locale: 'zh', visitor });
  await page
    .locator('[name=website]')
    .evaluate((trap: HTMLInputElement) => (trap.value = 'https://spam.example'));
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: zh.submit }).click();
  await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  const [record] = await registrationsOf(visitor.email);
  expect(record).toMatchObject({ status: 'quarantined', reason: 'honeypot' });

  const link = await page.getByRole('link', { name: zh.download }).getAttribute('href');
  const held = await page.request.get(link ?? '');
  expect(held.status()).toBe(403);
  expect(await held.text()).toContain('我们正在核对您的登记');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('comes back with every answer in place and says what to correct', async ({ page }) => {
    const visitor = { ...newVisitor(), email: 'wang@factory' };
    await fillForm(page, { locale: 'zh', visitor });
    await page.getByLabel(zh.mobile).fill('12345');
    await page.getByRole('button', { name: zh.submit }).click();

    await expect(page).toHaveURL(/\/api\/register$/);
    await expect(page.getByLabel(zh.name)).toHaveValue(visitor.name);
    await expect(page.getByLabel(zh.company)).toHaveValue(visitor.company);
    await expect(page.getByLabel(zh.role)).toHaveValue('quality');
    await expect(page.getByLabel(zh.email)).toHaveValue('wang@factory');
    await expect(page.getByRole('checkbox', { name: zh.privacy })).toBeChecked();
    const mobile = page.getByLabel(zh.mobile);
    await expect(mobile).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('link', { name: /11 位手机号/ }).click();
    await expect(mobile).toBeFocused();

    await mobile.fill('138 0013 8000');
    await page.getByLabel(zh.email).fill(newVisitor().email);
    await page.getByRole('button', { name: zh.submit }).click();
    await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  });
});

async function registrationsOf(email: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return (await poolRecords()).filter((record) => record['answers.email'] === email);
}
