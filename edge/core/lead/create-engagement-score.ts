import type { Engagement } from '../../contract/lead/lead-facts.ts';
import type { ScoringRules } from '../../contract/lead/scoring-rules.ts';
import { compileEngagement } from './compile-engagement.ts';
import type { Zone } from './create-zone.ts';
import { type Tell, withinLimits } from './score.ts';

/** In tenths, so that sums are exact whatever their order. */
export type EngagementScore = (
  acts: readonly Engagement[],
  options: { readonly today: number; readonly tell: Tell | null },
) => number;

/**
 * Makes the score of what people did. Acts are counted by day and rule: limits of a day hold for what a day brought,
 * then it decays by whole days, and limits of a rule and of all hold for what is left.
 */
export function createEngagementScore(
  rules: Pick<ScoringRules, 'engagement' | 'pages'>,
  zone: Zone,
): EngagementScore {
  const { engagement } = rules;
  const countAct = compileEngagement(rules);
  const worth = createWorth(engagement);
  const seesReturns = engagement.rules.some(({ when }) => when.some(({ act }) => act.includes('return')));

  return (acts, { today, tell }) => {
    const counts = new Int32Array(engagement.rules.length);
    const sums = new Float64Array(engagement.rules.length);
    let day = Number.NaN;
    for (const act of inOrder(acts)) {
      const actDay = zone.dayAt(act.at);
      if (actDay !== day) {
        if (!Number.isNaN(day)) worth(counts, { sums, day, today, tell });
        if (seesReturns && actDay > day) countAct({ ...act, type: 'return', days: actDay - day }, counts);
        day = actDay;
      }
      countAct(act, counts);
    }
    if (!Number.isNaN(day)) worth(counts, { sums, day, today, tell });
    return sumUp(sums, { engagement, tell });
  };
}

interface Day {
  readonly day: number;
  readonly today: number;
  /** Of each rule, in tenths. */
  readonly sums: Float64Array;
  readonly tell: Tell | null;
}

/** Turns the counts of a day into what they are worth today, and empties them. */
function createWorth(engagement: ScoringRules['engagement']): (counts: Int32Array, day: Day) => void {
  const decays = engagement.rules.map((rule) => decayTable(rule.halfLifeDays ?? engagement.halfLifeDays));
  return (counts, { sums, day, today, tell }) => {
    const ageDays = Math.max(0, today - day);
    let room = engagement.maxPerDay;
    for (let index = 0; index < counts.length; index += 1) {
      const count = counts[index] ?? 0;
      if (count === 0) continue;
      counts[index] = 0;
      const { id, name, points, maxPerDay = Infinity, halfLifeDays } = engagement.rules[index]!;
      const all = points * count;
      const given = points > 0 ? Math.min(all, maxPerDay, room) : Math.max(all, -maxPerDay);
      if (points > 0) room -= given;
      const tenths = Math.round(given * 10 * (decays[index]![ageDays] ?? 0));
      sums[index] = (sums[index] ?? 0) + tenths;
      tell?.({
        part: 'engagement',
        kind: 'rule',
        rule: id,
        name,
        value: tenths / 10,
        day,
        count,
        points,
        given,
        ageDays,
        halfLifeDays: halfLifeDays ?? engagement.halfLifeDays,
      });
    }
  };
}

function sumUp(
  sums: Float64Array,
  { engagement, tell }: { engagement: ScoringRules['engagement']; tell: Tell | null },
): number {
  let sum = 0;
  for (let index = 0; index < sums.length; index += 1) {
    const { id, name, max = Infinity } = engagement.rules[index]!;
    const own = sums[index] ?? 0;
    const kept = Math.max(Math.min(own, Math.round(max * 10)), -Math.round(max * 10));
    if (kept !== own) {
      const value = (kept - own) / 10;
      tell?.({ part: 'engagement', kind: 'rule-limit', rule: id, name, value, limit: max });
    }
    sum += kept;
  }
  return withinLimits(sum, { part: 'engagement', max: engagement.max, tell });
}

/** Most histories are in order already. */
function inOrder(acts: readonly Engagement[]): readonly Engagement[] {
  for (let index = 1; index < acts.length; index += 1) {
    if (!(acts[index]!.at >= acts[index - 1]!.at)) return acts.toSorted((a, b) => a.at - b.at);
  }
  return acts;
}

/** What is left of a point after so many days; what is less than a thousandth is nothing. */
function decayTable(halfLifeDays: number): Float64Array {
  const length = Math.min(Math.ceil(halfLifeDays * 10) + 1, MAX_DECAY_DAYS);
  return Float64Array.from({ length }, (_, day) => 2 ** (-day / halfLifeDays));
}

/** A hundred years. */
const MAX_DECAY_DAYS = 36_525;
