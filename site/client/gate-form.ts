import type { ProblemDetails } from '../../edge/contract/problem.ts';
import { askPage } from './ask-page.ts';
import { composeBody, type PreparedBody } from './compose-body.ts';
import { checkField, fieldOf, hasError, showError } from './field-view.ts';
import { createFormStatus, type FormStatus } from './form-status.ts';
import { fieldsOf } from './read-form.ts';
import { sendRegistration, type SendResult } from './send-registration.ts';
import { showThanks } from './show-thanks.ts';
import type { Source } from './visit-source.ts';
import { controlsOf } from './validate-field.ts';

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
  const status = createFormStatus(form);
  if (!status) return;
  let touchedAt = 0;
  let isBusy = false;
  let last: PreparedBody | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const submit = async (): Promise<void> => {
    if (isBusy || !form.isConnected) return;
    clearTimeout(retry);
    const wrong = fieldsOf(form).filter((field) => !checkField(field));
    if (wrong[0]) return pointOut(wrong, status);
    setBusy(true);
    last = composeBody(form, { last, source, touchedAt: touchedAt || source.landedAt, now: now() });
    const result = await sendRegistration(form.action, { body: last.json, timeoutMs: TIMEOUT_MS });
    setBusy(false);
    form.dataset['state'] = result.outcome;
    const waitSeconds = settle(form, { result, status });
    if (waitSeconds) retry = setTimeout(() => void submit(), waitSeconds * 1000);
  };
  const setBusy = (value: boolean): void => {
    isBusy = value;
    status.setBusy(value);
  };

  form.noValidate = true;
  for (const type of ['focusin', 'input', 'pointerdown']) {
    form.addEventListener(type, () => (touchedAt ||= now()));
  }
  watchFields(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  addEventListener('online', () => {
    if (form.dataset['state'] === 'unsent') void submit();
  });
  // A page that comes back from the browser's cache may have left in the middle of sending.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setBusy(false);
  });
}

/** A value is checked when its field is left, a field that is marked wrong at every change. */
function watchFields(form: HTMLFormElement): void {
  const whenReleased = watchPointer();
  form.addEventListener('focusout', ({ target }) => {
    const field = fieldOf(target);
    if (!field) return;
    const control = controlsOf(field)[0];
    if (control?.value && control.type !== 'checkbox') whenReleased(() => checkField(field));
  });
  form.addEventListener('input', ({ target }) => {
    const field = fieldOf(target);
    if (field && hasError(field)) checkField(field);
  });
}

/**
 * Answers a function that runs its argument once no button is held down: a message that appears between press
 * and release would push the button under the pointer away, and the click with it.
 */
function watchPointer(): (run: () => void) => void {
  let isDown = false;
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    addEventListener(type, () => (isDown = type === 'pointerdown'), true);
  }
  return (run) => {
    const later = (): unknown => setTimeout(run);
    if (isDown) addEventListener('pointerup', later, { once: true });
    else later();
  };
}

/** Shows how it ended; answers after how many seconds to try again by itself, if at all. */
function settle(
  form: HTMLFormElement,
  { result, status }: { result: SendResult; status: FormStatus },
): number {
  const seconds = result.outcome === 'busy' ? Math.min(result.afterSeconds, MAX_WAIT_SECONDS) : 0;
  if (result.outcome === 'registered') {
    askPage('registered', result.answer);
    showThanks(form, result.answer);
  } else if (result.outcome === 'refused') refuse(form, { problem: result.problem, status });
  else {
    status.say(seconds ? 'wait' : 'unsent', { seconds });
    status.offerRetry();
  }
  return seconds;
}

function refuse(
  form: HTMLFormElement,
  { problem, status }: { problem: Partial<ProblemDetails>; status: FormStatus },
): void {
  const { code, title, detail, requestId, errors = [] } = problem;
  askPage('refused', { code });
  const wrong = fieldsOf(form).filter((field) => {
    const error = errors.find((one) => one.field === field.dataset['field']);
    if (error) showError(field, error.message);
    return error;
  });
  if (wrong[0]) return pointOut(wrong, status);
  if (title) return status.quote([title, detail, requestId && `#${requestId}`]);
  status.say('unsent');
  status.offerRetry();
}

/** Says how many fields are wrong and leads to the first. */
function pointOut(wrong: readonly HTMLElement[], status: FormStatus): void {
  status.say(wrong.length === 1 ? 'fixOne' : 'fixMany', { count: wrong.length });
  const [first] = wrong;
  if (first) controlsOf(first)[0]?.focus();
}
