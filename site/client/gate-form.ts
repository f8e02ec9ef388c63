import type { ProblemDetails } from '../../edge/contract/problem.ts';
import { fieldsOf, readForm } from './read-form.ts';
import { sendRegistration, type SendResult } from './send-registration.ts';
import { showThanks } from './show-thanks.ts';
import type { Source } from './source.ts';
import { controlsOf, validateField } from './validate-field.ts';

const TIMEOUT_MS = 20_000;
const MAX_WAIT_SECONDS = 120;

/**
 * Takes over a form that works without it: checks fields in place, sends in the background, keeps everything
 * until the server has it. A retry sends the same bytes under the same key, so it can't register twice.
 */
export function enhanceForm(
  form: HTMLFormElement,
  { source, now }: { source: Source; now: () => number },
): void {
  const button = form.querySelector<HTMLElement>('[type=submit]');
  const status = form.querySelector<HTMLElement>('.gate-status');
  const label = button?.firstElementChild;
  if (!button || !status || !label) return;
  const idleLabel = label.textContent;
  const texts = form.dataset;
  let touchedAt = 0;
  let isBusy = false;
  let prepared = { contents: '', body: '' };
  let retry: ReturnType<typeof setTimeout> | undefined;

  form.noValidate = true;
  for (const type of ['focusin', 'input', 'pointerdown']) {
    form.addEventListener(type, () => (touchedAt ||= now()));
  }
  form.addEventListener('focusout', ({ target }) => {
    const field = fieldOf(target);
    if (field && controlsOf(field)[0]?.value && !isTickable(field)) check(field);
  });
  form.addEventListener('input', ({ target }) => {
    const field = fieldOf(target);
    if (field?.querySelector('.error:not([hidden])')) check(field);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  addEventListener('online', () => {
    if (form.dataset['state'] === 'unsent') void submit();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setBusy(false);
  });

  async function submit(): Promise<void> {
    if (isBusy || !form.isConnected) return;
    clearTimeout(retry);
    const wrong = fieldsOf(form).filter((field) => !check(field));
    if (wrong[0]) return pointOut(wrong);
    setBusy(true);
    const body = prepare();
    const result = await sendRegistration(form.action, { body, timeoutMs: TIMEOUT_MS });
    setBusy(false);
    settle(result);
  }

  function settle(result: SendResult): void {
    form.dataset['state'] = result.outcome;
    if (result.outcome === 'registered') return showThanks(form, result.answer);
    if (result.outcome === 'refused') return refuse(result.problem);
    const seconds = result.outcome === 'busy' ? Math.min(result.afterSeconds, MAX_WAIT_SECONDS) : 0;
    say((seconds ? texts['wait'] : texts['unsent'])?.replace('{seconds}', `${seconds}`) ?? '');
    setLabel(texts['resend']);
    if (seconds) retry = setTimeout(() => void submit(), seconds * 1000);
  }

  function refuse({ title, detail, errors = [], requestId }: Partial<ProblemDetails>): void {
    const fields = new Map(fieldsOf(form).map((field) => [field.dataset['field'], field]));
    const wrong = errors.flatMap(({ field, message }) => {
      const wrapper = fields.get(field);
      if (wrapper) show(wrapper, message);
      return wrapper ?? [];
    });
    if (wrong[0]) return pointOut(wrong);
    if (!title) return say(texts['unsent'] ?? '');
    say([title, detail, requestId && `#${requestId}`].filter(Boolean).join('\n'));
  }

  function pointOut(wrong: readonly HTMLElement[]): void {
    say(wrong.length === 1 ? texts['fixOne'] : texts['fixMany']?.replace('{count}', `${wrong.length}`));
    controlsOf(wrong[0] as HTMLElement)[0]?.focus();
  }

  /** The body to send: the same bytes for the same contents, a new key when they changed. */
  function prepare(): string {
    const contents = JSON.stringify(readForm(form));
    if (contents !== prepared.contents) {
      const { landingUrl, referrer, landedAt } = source;
      const fact = (name: string): string | undefined =>
        form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value || undefined;
      const body = JSON.stringify({
        form: fact('form'),
        entry: fact('entry'),
        locale: fact('locale'),
        page: fact('page'),
        website: fact('website'),
        key: newKey(),
        ...JSON.parse(contents),
        elapsedMs: now() - (touchedAt || landedAt),
        landingUrl: fact('landingUrl') ?? landingUrl,
        referrer: fact('referrer') ?? referrer,
        landedMsAgo: now() - landedAt,
      });
      prepared = { contents, body };
    }
    return prepared.body;
  }

  function setBusy(value: boolean): void {
    isBusy = value;
    form.toggleAttribute('aria-busy', value);
    button?.setAttribute('aria-disabled', `${value}`);
    setLabel(value ? texts['busy'] : idleLabel);
    if (value) say('');
  }

  function setLabel(text: string | null | undefined): void {
    if (label && text) label.textContent = text;
  }

  function say(text = ''): void {
    if (status) status.textContent = text;
  }
}

function check(field: HTMLElement): boolean {
  const message = validateField(field);
  show(field, message);
  return !message;
}

function show(field: HTMLElement, message: string): void {
  const place = field.querySelector<HTMLElement>('.error');
  if (!place) return;
  place.textContent = message;
  place.hidden = !message;
  for (const control of controlsOf(field)) {
    if (message) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
}

function fieldOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
}

function isTickable(field: HTMLElement): boolean {
  return controlsOf(field)[0]?.type === 'checkbox';
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
