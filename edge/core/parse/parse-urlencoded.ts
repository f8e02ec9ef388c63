import { Refusal } from '../refusal.ts';

const MAX_PAIRS = 1000;
const NUMBERS: ReadonlySet<string> = new Set(['elapsedMs', 'landedMsAgo']);

/**
 * Brings a plain form post into the shape of the JSON body: `answers.<field>` and `consents.<purpose>` become
 * objects, a repeated name a list.
 * @throws {Refusal} `body_too_complex`
 */
export function parseUrlencoded(text: string): Readonly<Record<string, unknown>> {
  refuseComplexity(text);
  const answers = new Map<string, unknown>();
  const consents = new Map<string, unknown>();
  const rest = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (name.startsWith('answers.')) add(answers, name.slice('answers.'.length), value);
    else if (name.startsWith('consents.')) consents.set(name.slice('consents.'.length), isTick(value));
    // Left empty in the form means not said.
    else if (value !== '') add(rest, name, NUMBERS.has(name) ? Number(value) : value);
  }
  return {
    ...Object.fromEntries(rest),
    answers: Object.fromEntries(answers),
    consents: Object.fromEntries(consents),
  };
}

/** What a ticked box sends: ours says `yes`, a box without a value `on`. */
export function isTick(value: string): boolean {
  return value === 'yes' || value === 'on' || value === 'true';
}

function add(values: Map<string, unknown>, name: string, value: unknown): void {
  const before = values.get(name);
  if (before === undefined) values.set(name, value);
  else if (Array.isArray(before)) before.push(value);
  else values.set(name, [before, value]);
}

function refuseComplexity(text: string): void {
  let pairs = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    pairs += 1;
    if (pairs > MAX_PAIRS) throw new Refusal('body_too_complex');
  }
}
