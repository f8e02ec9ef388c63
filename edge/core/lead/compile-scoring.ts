import type { Grade, LeadFacts } from '../../contract/lead/lead-facts.ts';
import type { ScoringRules } from '../../contract/lead/scoring-rules.ts';
import { compileFit, type FitFacts } from './compile-fit.ts';
import { compileMql } from './compile-mql.ts';
import { createEngagementScore } from './create-engagement-score.ts';
import { createZone } from './create-zone.ts';
import { type ExplainedScore, type Score, type ScoreLine, type Tell, withinLimits } from './score.ts';

/** Scoring rules made ready to be asked for every lead. */
export interface CompiledScoring {
  readonly version: string;
  /** Pure and total; the order of acts makes no difference, and within a day the hour of `now` makes none. */
  score(facts: LeadFacts, now: number): Score;
  explain(facts: LeadFacts, now: number): ExplainedScore;
}

/** Puts rules into the tables that make a score cheap; do it once. */
export function compileScoring(rules: ScoringRules): CompiledScoring {
  const zone = createZone(rules.timeZone);
  const scoreFit = createFitScore(rules);
  const scoreEngagement = createEngagementScore(rules, zone);
  const mqlBy = compileMql(rules.mql);

  return {
    version: rules.version,
    score: (facts, now) => scoreOf(facts, { now, tell: null }),
    explain(facts, now) {
      const lines: ScoreLine[] = [];
      return { ...scoreOf(facts, { now, tell: (line) => lines.push(line) }), lines };
    },
  };

  function scoreOf(facts: LeadFacts, { now, tell }: { now: number; tell: Tell | null }): Score {
    const fit = scoreFit(facts, tell);
    const engagement = scoreEngagement(facts.acts, { today: zone.dayAt(now), tell });
    const points = { fit: fit / 10, engagement: engagement / 10, total: (fit + engagement) / 10 };
    const grade = gradeOf(points, rules.grades);
    return { ...points, grade, mql: mqlBy(facts, { ...points, grade }), rulesVersion: rules.version };
  }
}

/** In tenths. */
function createFitScore(rules: ScoringRules): (facts: FitFacts, tell: Tell | null) => number {
  const fittingRules = compileFit(rules);
  return (facts, tell) => {
    let sum = 0;
    for (const { id, name, points } of fittingRules(facts)) {
      const tenths = Math.round(points * 10);
      sum += tenths;
      tell?.({ part: 'fit', kind: 'rule', rule: id, name, value: tenths / 10 });
    }
    return withinLimits(sum, { part: 'fit', max: rules.fit.max, tell });
  };
}

function gradeOf(
  { fit, engagement }: Pick<Score, 'fit' | 'engagement'>,
  grades: ScoringRules['grades'],
): Grade {
  for (const grade of ['hot', 'warm'] as const) {
    if (fit >= grades[grade].fit && engagement >= grades[grade].engagement) return grade;
  }
  return 'cold';
}
