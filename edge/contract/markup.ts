import { escapeHtml } from './fill-template.ts';

/** One attribute with a leading space; an empty `data-` attribute is written without a value. */
export function attribute(name: string, value: string): string {
  return value === '' && name.startsWith('data-') ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
}

/** `{ 'fix-one': 'x' }` becomes ` data-fix-one="x"`. */
export function dataAttributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => attribute(`data-${name}`, value))
    .join('');
}

export function hiddenInput(name: string, value: string): string {
  return `<input type="hidden"${attribute('name', name)}${attribute('value', value)}>`;
}

/** Text for screen readers only. */
export function spoken(text: string): string {
  return `<span class="spoken">${escapeHtml(text)}</span>`;
}

/** The visible mark of a required field; `required` says it to everyone else. */
export function star(): string {
  return '<span class="star" aria-hidden="true">*</span>';
}

/** The message under a control; the browser's script fills it too. */
export function errorParagraph(path: string, message: string | undefined): string {
  return `<p class="error" id="${path}.error"${message === undefined ? ' hidden' : ''}>${escapeHtml(message ?? '')}</p>`;
}

/** A tick box within its label; `content` is markup. */
export function tickBox(
  path: string,
  {
    content,
    value = 'yes',
    id = path,
    state = '',
  }: { content: string; value?: string; id?: string; state?: string },
): string {
  return (
    `<label class="box"><input type="checkbox" id="${id}" name="${path}"` +
    `${attribute('value', value)}${state}> <span>${content}</span></label>`
  );
}
