import { redactText } from '../contract/redact-personal-data.ts';

const MAX_MESSAGE_LENGTH = 300;
const MAX_FRAMES = 8;

/**
 * An error for the log: names, messages and places along its causes. `secrets` are the values that came with the
 * request; wherever a message quotes one of them, it is blanked.
 */
export function describeError(error: unknown, secrets: readonly string[]): string {
  const lines: string[] = [];
  for (let cause = error, depth = 0; cause !== undefined && depth < 5; depth += 1) {
    const { text, next } = describeOne(cause, secrets);
    lines.push(depth === 0 ? text : `caused by ${text}`);
    cause = next;
  }
  return lines.join('\n');
}

/** Every text within a value sent by a client, as deep as our parsers let it be. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function describeOne(error: unknown, secrets: readonly string[]): { text: string; next: unknown } {
  if (!(error instanceof Error)) return { text: `a thrown ${typeof error}`, next: undefined };
  const message = blank(error.message, secrets).slice(0, MAX_MESSAGE_LENGTH);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    text: [`${error.name}: ${message}`, ...frames.slice(0, MAX_FRAMES)].join('\n'),
    next: error.cause,
  };
}

function blank(message: string, secrets: readonly string[]): string {
  const longestFirst = secrets.filter((secret) => secret.length > 1).toSorted((a, b) => b.length - a.length);
  return redactText(longestFirst.reduce((text, secret) => text.replaceAll(secret, '[…]'), message));
}
