import { median } from './report.ts';

/**
 * Calls each contender in turn, round by round, so that the machine's mood hits all alike; a first round warms them up.
 * Answers the µs that a call of each takes, by the median of the rounds.
 * @param measure µs a call
 */
export function takeTurns<C extends Readonly<Record<string, unknown>>>(
  contenders: C,
  { rounds, measure }: { readonly rounds: number; readonly measure: (contender: C[keyof C]) => number },
): (name: keyof C) => number {
  const names = Object.keys(contenders) as (keyof C)[];
  const samples = new Map<keyof C, number[]>(names.map((name) => [name, []]));
  for (const name of names) measure(contenders[name]);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) samples.get(name)?.push(measure(contenders[name]));
  }
  return (name) => median(samples.get(name) ?? []);
}
