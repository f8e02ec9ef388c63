/** The line above the button and the button itself, with the texts the form brings along. */
export interface FormStatus {
  /** `values` fill `{name}` in the text. */
  say(text: FormText, values?: Readonly<Record<string, number>>): void;
  /** Words of the server's. */
  quote(lines: readonly (string | undefined)[]): void;
  setBusy(isBusy: boolean): void;
  /** The button offers to send the same again. */
  offerRetry(): void;
}

export type FormText = 'fixOne' | 'fixMany' | 'unsent' | 'wait';

/** @returns null when the form is not one of ours */
export function createFormStatus(form: HTMLFormElement): FormStatus | null {
  const button = form.querySelector('[type=submit]');
  const label = button?.firstElementChild;
  const place = form.querySelector('.gate-status');
  if (!button || !label || !place) return null;
  const idle = label.textContent;
  const { busy = '', resend = '' } = form.dataset;
  return {
    say(text, values = {}) {
      const fill = (_: string, name: string): string => String(values[name]);
      place.textContent = (form.dataset[text] ?? '').replace(/\{(\w+)\}/g, fill);
    },
    quote(lines) {
      place.textContent = lines.filter(Boolean).join('\n');
    },
    setBusy(isBusy) {
      form.setAttribute('aria-busy', `${isBusy}`);
      button.setAttribute('aria-disabled', String(isBusy));
      label.textContent = isBusy ? busy : idle;
      if (isBusy) place.textContent = '';
    },
    offerRetry() {
      label.textContent = resend;
    },
  };
}
