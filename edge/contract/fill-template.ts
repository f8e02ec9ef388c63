/**
 * Fills `{{name}}` with the escaped and `{{{name}}}` with the raw value of that name. In text (subjects, plain
 * mails) nothing is escaped. Values are not scanned again, so a value that looks like a placeholder stays text.
 * @throws {Error} when the template names a value that is not given: that is a bug, not bad input.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  { as }: { as: 'html' | 'text' },
): string {
  return template.replace(PLACEHOLDER, (_, raw: string | undefined, escaped: string | undefined) => {
    const name = raw ?? escaped ?? '';
    const value = values[name];
    if (value === undefined) throw new Error(`the template needs a value for "${name}"`);
    return raw !== undefined || as === 'text' ? value : escapeHtml(value);
  });
}

/** Makes any text inert in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const PLACEHOLDER = /\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
