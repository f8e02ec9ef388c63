import type { Page } from 'playwright';

/** States of a form that no address leads to, and how to come to them on a page with a form. */
export const FORM_STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'form-errors': showErrors,
  'form-busy': (page) => send(page, 'never'),
  'form-unsent': (page) => send(page, 'fails'),
  'form-thanks': (page) => send(page, 'succeeds'),
};

async function showErrors(page: Page): Promise<void> {
  await page.getByLabel(/邮箱|e-mail/i).fill('lin.yue@');
  await page.locator('form[data-gate] [type=submit]').click();
  await page.locator('form[data-gate]').scrollIntoViewIfNeeded();
}

async function send(page: Page, outcome: 'never' | 'fails' | 'succeeds'): Promise<void> {
  await page.route('**/api/register', async (route) => {
    if (outcome === 'fails') return route.abort();
    if (outcome === 'succeeds') {
      const expiresAt = '2026-11-25T09:30:00Z';
      const answer = { id: 'demo', downloadUrl: '/d/demo', thanksUrl: '/t/demo', expiresAt };
      return route.fulfill({ status: 201, json: answer });
    }
  });
  const form = page.locator('form[data-gate]');
  await form.locator('[autocomplete=name]').fill('许致远');
  await form.locator('[type=email]').fill('xu.zhiyuan@northlake.example');
  await form.locator('[autocomplete=organization]').fill('北湖仪器（苏州）有限公司');
  await form.locator('[id="consents.privacy"]').check();
  await form.locator('[type=submit]').click();
  if (outcome === 'fails') await page.locator('.gate-status:not(:empty)').waitFor();
  if (outcome === 'succeeds') await page.locator('.thanks').waitFor();
  await page.locator('.gate-panel .button').scrollIntoViewIfNeeded();
}
