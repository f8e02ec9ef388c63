import type { LeadFacts } from '../../contract/lead/lead-facts.ts';
import type { MqlCondition } from '../../contract/lead/scoring-rules.ts';
import { isAnswered, listTest, type Test, textTest } from './lead-conditions.ts';
import type { Score } from './score.ts';

type Points = Pick<Score, 'fit' | 'engagement' | 'total' | 'grade'>;

interface Judged {
  readonly facts: LeadFacts;
  readonly points: Points;
}

/** Makes the search for the condition that makes a lead an MQL, `mql.<n>` counted from 1. */
export function compileMql(
  conditions: readonly MqlCondition[],
): (facts: LeadFacts, points: Points) => string | null {
  const compiled = conditions.map(compileCondition);
  return (facts, points) => {
    const judged = { facts, points };
    const index = compiled.findIndex((tests) => tests.every((test) => test(judged)));
    return index < 0 ? null : `mql.${index + 1}`;
  };
}

function compileCondition({ grade, fit, engagement, total, answered, form }: MqlCondition): Test<Judged>[] {
  return [
    ...textTest<Judged>(grade, ({ points }) => points.grade),
    ...(fit === undefined ? [] : [({ points }: Judged) => points.fit >= fit]),
    ...(engagement === undefined ? [] : [({ points }: Judged) => points.engagement >= engagement]),
    ...(total === undefined ? [] : [({ points }: Judged) => points.total >= total]),
    ...(answered ?? []).map(
      (field) =>
        ({ facts }: Judged) =>
          isAnswered(facts, field),
    ),
    ...listTest<Judged>(form, ({ facts }) => facts.forms),
  ];
}
