import type { LeadFacts } from '../../contract/lead/lead-facts.ts';
import type { Answer } from '../../contract/registration.ts';
import { matchAny } from '../source/match-any.ts';

export type Test<F> = (facts: F) => boolean;

/** Whether a text is one of some patterns; a text that is not known is none. */
export function textTest<F>(
  patterns: readonly string[] | undefined,
  textOf: (facts: F) => string | null,
): Test<F>[] {
  if (!patterns) return [];
  const fits = matchAny(patterns);
  return [
    (facts) => {
      const text = textOf(facts);
      return text !== null && fits(text.toLowerCase());
    },
  ];
}

/** Whether one of several texts is one of some patterns. */
export function listTest<F>(
  patterns: readonly string[] | undefined,
  listOf: (facts: F) => readonly string[],
): Test<F>[] {
  if (!patterns) return [];
  const fits = matchAny(patterns);
  return [(facts) => listOf(facts).some((text) => fits(text.toLowerCase()))];
}

type Answering = Pick<LeadFacts, 'answers'>;

/** Whether each of some fields was answered with one of some patterns; a tick reads `yes` or `no`. */
export function answersTest(
  wanted: Readonly<Record<string, readonly string[]>> | undefined,
): Test<Answering>[] {
  return Object.entries(wanted ?? {}).flatMap(([field, patterns]) =>
    listTest<Answering>(patterns, ({ answers }) => textsOf(answerTo(answers, field))),
  );
}

/** Whether a field has an answer that says something. */
export function isAnswered({ answers }: Answering, field: string): boolean {
  const answer = answerTo(answers, field);
  return answer !== false && textsOf(answer).some((text) => text.trim() !== '');
}

/** `CN-JS`. */
export function regionOf({ country, region }: Pick<LeadFacts, 'country' | 'region'>): string | null {
  return country === null || region === null ? null : `${country}-${region}`;
}

function answerTo(answers: LeadFacts['answers'], field: string): Answer | undefined {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}

function textsOf(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [];
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
  return typeof answer === 'string' ? [answer] : answer;
}
