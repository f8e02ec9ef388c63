import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';

interface DecodedText {
  /** Without a byte order mark; every line ends with a line feed. */
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** Reads bytes as UTF-8 and says where they are not. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  try {
    return { text: endLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), issues: [] };
  } catch {
    const text = endLines(new TextDecoder().decode(bytes));
    const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
    const place = { file, line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    const message = 'The file is not saved as UTF-8, so its characters can’t be read.';
    const hint = 'Save it again with the encoding UTF-8 (in many editors: Save with Encoding).';
    return { text, issues: [issueAt(place, { code: 'NotUtf8', message, hint })] };
  }
}

/** A carriage return alone ends a line for editors and for Markdown, but not for YAML: now all count lines alike. */
function endLines(text: string): string {
  return text.replaceAll(/\r(?!\n)/g, '\n');
}
