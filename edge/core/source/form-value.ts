import { scrubText } from '../parse/clean-text.ts';
import { redactText } from '../../contract/redact-personal-data.ts';

/** A value of a query that a form or a campaign builder wrote, fit to be stored: a plus is a space. */
export function formValue(raw: string): string {
  return redactText(scrubText(decodePercent(raw.replaceAll('+', ' '))).trim());
}

/** What is no valid encoding stays as it is. */
export function decodePercent(raw: string): string {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
