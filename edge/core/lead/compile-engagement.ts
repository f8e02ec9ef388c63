import type { Engagement, EngagementType } from '../../contract/lead/lead-facts.ts';
import type { EngagementCondition, PageTopic, ScoringRules } from '../../contract/lead/scoring-rules.ts';
import { matchAny } from '../source/match-any.ts';
import { listTest, type Test, textTest } from './lead-conditions.ts';

/** An act as rules see it. */
export interface SeenAct extends Pick<Engagement, 'path' | 'what' | 'seconds' | 'depth'> {
  readonly type: EngagementType;
  /** Since the last act; of a return only. */
  readonly days?: number;
}

/** Counts an act for every rule it fits: `counts[index of the rule]`. */
export type CountAct = (act: SeenAct, counts: Int32Array) => void;

/**
 * Makes the count of acts. Of a page there are many acts: which conditions are left for it is asked once; what remains
 * for each act are comparisons of numbers and look-ups of words.
 */
export function compileEngagement({
  engagement,
  pages,
}: Pick<ScoringRules, 'engagement' | 'pages'>): CountAct {
  const conditions = engagement.rules.flatMap((rule, index) =>
    rule.when.map((condition) => ({ index, condition, ...compileCondition(condition) })),
  );
  const kept = new Map<EngagementType, Map<string, readonly Candidate[]>>();

  return (act, counts) => {
    let counted = -1;
    for (const { index, tests } of candidates(act)) {
      if (index === counted || !holds(tests, act)) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      counted = index;
    }
  };

  function candidates({ type, path }: SeenAct): readonly Candidate[] {
    let byPath = kept.get(type);
    if (!byPath) {
      byPath = new Map<string, readonly Candidate[]>();
      kept.set(type, byPath);
    }
    let found = byPath.get(path);
    if (!found) {
      const page = pageOf(path, pages);
      found = conditions.filter(
        ({ condition, ofPage }) => condition.act.includes(type) && holds(ofPage, page),
      );
      if (byPath.size >= MAX_KEPT) byPath.clear();
      byPath.set(path, found);
    }
    return found;
  }
}

interface Candidate {
  /** Of the rule. */
  readonly index: number;
  /** What is left to ask of each act. */
  readonly tests: readonly Test<SeenAct>[];
}

/** Pages are the site's, but paths are what browsers say. */
const MAX_KEPT = 10_000;

interface Page {
  readonly path: string;
  /** Kind folder and slug; null for a page of no entry. */
  readonly kind: string | null;
  readonly topic: PageTopic | undefined;
}

function compileCondition({
  path,
  kind,
  stage,
  industry,
  family,
  form,
  what,
  seconds,
  depth,
  days,
}: EngagementCondition): { ofPage: Test<Page>[]; tests: Test<SeenAct>[] } {
  return {
    ofPage: [
      ...textTest<Page>(path, (page) => page.path),
      ...textTest<Page>(kind, (page) => page.kind),
      ...textTest<Page>(stage, ({ topic }) => topic?.stage ?? null),
      ...textTest<Page>(family, ({ topic }) => topic?.family ?? null),
      ...listTest<Page>(industry, ({ topic }) => topic?.industries ?? []),
    ],
    tests: [
      ...atLeast(seconds, (act) => act.seconds),
      ...atLeast(depth, (act) => act.depth),
      ...atLeast(days, (act) => act.days ?? 0),
      ...wordTest(form),
      ...wordTest(what),
    ],
  };
}

function atLeast(least: number | undefined, numberOf: (act: SeenAct) => number): Test<SeenAct>[] {
  return least === undefined ? [] : [(act) => numberOf(act) >= least];
}

function wordTest(patterns: readonly string[] | undefined): Test<SeenAct>[] {
  if (!patterns) return [];
  const fits = matchAny(patterns);
  return [({ what }) => fits(what.toLowerCase())];
}

function holds<F>(tests: readonly Test<F>[], facts: F): boolean {
  for (const test of tests) if (!test(facts)) return false;
  return true;
}

/** `/zh/products/lg-40/` is a page of `products/lg-40`. */
function pageOf(path: string, pages: ScoringRules['pages']): Page {
  const [, kind = null, slug = ''] =
    /^\/(?:zh|en)\/([a-z]+)(?:\/([a-z0-9-]+))?\/?(?:[?#]|$)/.exec(path) ?? [];
  const id = `${kind ?? ''}/${slug}`;
  return { path, kind, topic: Object.hasOwn(pages, id) ? pages[id] : undefined };
}
