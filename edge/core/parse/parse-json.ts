import { Refusal } from '../refusal.ts';

const MAX_DEPTH = 8;
const MAX_VALUES = 1000;

/**
 * Parses a JSON object, after a look at its shape that costs next to nothing: what is nested or crowded beyond any
 * form of ours is turned down before it is built in memory.
 * @throws {Refusal} `body_too_complex`, or `invalid_request` when it is no JSON object
 */
export function parseJson(text: string): Readonly<Record<string, unknown>> {
  refuseComplexity(text);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('invalid_request');
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, so it is not kept as a cause.
    throw new Refusal('invalid_request');
  }
}

function refuseComplexity(text: string): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) values += 1;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
    if (depth > MAX_DEPTH || values >= MAX_VALUES) throw new Refusal('body_too_complex');
  }
}

/** The place of the closing quote, or the end of a string that has none. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
