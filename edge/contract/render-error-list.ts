import { escapeHtml } from './fill-template.ts';
import type { FieldError } from './problem.ts';

/** Draws the list of what is wrong, each item a link to its field. */
export function renderErrorList(errors: readonly FieldError[]): string {
  const items = errors.map(
    ({ field, message }) => `<li><a href="#${escapeHtml(field)}">${escapeHtml(message)}</a></li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}
