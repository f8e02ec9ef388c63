import { controlsOf, validateField } from './validate-field.ts';

/** The wrapper of the field that `target` belongs to. */
export function fieldOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
}

/** Shows what is wrong with a field, or that nothing is, and answers whether it is right. */
export function checkField(field: HTMLElement): boolean {
  const message = validateField(field);
  showError(field, message);
  return !message;
}

/** Puts `message` under a field; an empty one takes it away. */
export function showError(field: HTMLElement, message: string): void {
  const place = field.querySelector<HTMLElement>('.error');
  if (!place) return;
  place.textContent = message;
  place.hidden = !message;
  for (const control of controlsOf(field)) {
    if (message) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
}

export function hasError(field: HTMLElement): boolean {
  return !!field.querySelector('.error:not([hidden])');
}
