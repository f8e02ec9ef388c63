import type { RegisterAnswer } from '../../edge/contract/registration.ts';
import { askPage } from './ask-page.ts';

/**
 * Puts the thank-you state in the form's place and moves the focus there. A page without one (the edge's own)
 * goes to the thank-you page instead.
 */
export function showThanks(
  form: HTMLFormElement,
  { id, downloadUrl, thanksUrl, expiresAt }: RegisterAnswer,
): void {
  askPage('registered', { id });
  const template = document.querySelector<HTMLTemplateElement>('template[data-thanks]');
  const panel = form.parentElement;
  // So does one that was drawn before the form got its file, or lost it.
  const hasFile = template?.content.querySelector('[data-download]') !== null;
  if (!template || !panel || hasFile !== (downloadUrl !== null)) return location.assign(thanksUrl);
  const email = form.querySelector<HTMLInputElement>('[type=email]')?.value.trim();
  const thanks = template.content.cloneNode(true) as DocumentFragment;
  const part = (name: string): HTMLElement | null => thanks.querySelector(`[data-${name}]`);
  if (downloadUrl !== null) part('download')?.setAttribute('href', downloadUrl);
  const expires = part('expires');
  if (expires && expiresAt !== null) {
    const { lang } = document.documentElement;
    expires.textContent = new Date(expiresAt).toLocaleString(lang === 'en' ? 'en-GB' : lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
  }
  const address = part('email');
  if (address && email) address.textContent = email;
  else part('mailed')?.remove();
  if (!/MicroMessenger/.test(navigator.userAgent)) part('wechat')?.remove();
  const title = part('title');
  panel.replaceChildren(thanks);
  ignoreDoubleClick();
  document.documentElement.classList.add('is-registered');
  title?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
}

/**
 * What comes after the panel has moved up: the second half of a double click must not hit it, nor take the focus
 * away, which a press does already.
 */
function ignoreDoubleClick(): void {
  const ignore = (event: MouseEvent): void => {
    if (event.detail > 1) event.preventDefault();
  };
  for (const type of ['mousedown', 'click'] as const) {
    document.addEventListener(type, ignore, true);
    setTimeout(() => document.removeEventListener(type, ignore, true), 1000);
  }
}
