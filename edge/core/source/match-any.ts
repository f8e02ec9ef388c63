/**
 * Makes the test whether a text fits one of some patterns, in which `*` stands for any characters, or none. Case does
 * not matter in patterns; texts come in lower case. Takes time in proportion to the text, whatever the patterns.
 */
export function matchAny(patterns: readonly string[]): (text: string) => boolean {
  const exact = new Set<string>();
  const open: (readonly string[])[] = [];
  for (const pattern of patterns) {
    const parts = pattern.toLowerCase().split(/\*+/);
    if (parts.length === 1) exact.add(parts[0] ?? '');
    else open.push(parts);
  }
  if (open.length === 0) return (text) => exact.has(text);
  return (text) => exact.has(text) || open.some((parts) => fits(text, parts));
}

function fits(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let position = first.length;
  for (let index = 1; index < parts.length - 1; index += 1) {
    const part = parts[index] ?? '';
    const found = text.indexOf(part, position);
    if (found < 0 || found + part.length > end) return false;
    position = found + part.length;
  }
  return true;
}
