import { DEFAULT_LINE } from '../../edge/contract/lead/lead-event.ts';
import type { Engagement, LeadFacts, RoutingFacts } from '../../edge/contract/lead/lead-facts.ts';
import type { LeadRules } from '../../edge/contract/lead/lead-rules.ts';
import { compileRouting } from '../../edge/core/lead/compile-routing.ts';
import { compileScoring } from '../../edge/core/lead/compile-scoring.ts';
import { DAY_MS, dayOfDate } from '../../edge/core/lead/create-zone.ts';
import { explainRoute } from '../../edge/core/lead/explain-route.ts';
import { explainScore } from '../../edge/core/lead/explain-score.ts';
import { routeLead } from '../../edge/core/lead/route-lead.ts';
import type { Content } from '../../site/loader/content.ts';
import { leadRulesOf } from './lead-rules-of.ts';

/** One figure or name of an example. */
export interface Outcome {
  readonly key: string;
  readonly expected: string;
  readonly actual: string;
  readonly isMet: boolean;
}

export interface PlayedExample {
  readonly file: 'scoring' | 'routing';
  /** In the file's list. */
  readonly index: number;
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** How it came out so, a reason a line. */
  readonly why: readonly string[];
}

/** What the examples of the rules come to. */
export function playExamples(content: Content): PlayedExample[] {
  const rules = leadRulesOf(content);
  return [...playScoring(content, rules), ...playRouting(content, rules)];
}

type ScoringExample = NonNullable<Content['scoring']>['examples'][number];
type RoutingExample = NonNullable<Content['routing']>['examples'][number];

function playScoring({ scoring }: Content, rules: LeadRules): PlayedExample[] {
  if (!scoring) return [];
  const compiled = compileScoring(rules.scoring);
  return scoring.examples.map((example, index) => {
    const score = compiled.explain({ ...personOf(example), acts: actsOf(example) }, NOON);
    const { fit, engagement, grade, mql } = example.expect;
    const outcomes = [
      outcome('fit', fit, score.fit),
      outcome('engagement', engagement, score.engagement),
      outcome('grade', grade, score.grade),
      outcome('mql', mql, score.mql !== null),
    ].flat();
    const why = [
      ...explainScore(score, 'en'),
      `= fit ${score.fit}, engagement ${score.engagement}, ${score.grade}${score.mql === null ? '' : `, an MQL by ${score.mql}`}`,
    ];
    return { file: 'scoring', index, name: example.name, outcomes, why };
  });
}

/** Points go by days between; any day does. */
const NOON = Date.parse('2026-01-15T12:00:00Z');

function actsOf({ acts }: ScoringExample): Engagement[] {
  return acts.flatMap(({ act, daysAgo, times, path, what, seconds, depth }) =>
    Array.from({ length: times }, () => {
      return { at: NOON - daysAgo * DAY_MS, type: act, path, what, seconds, depth };
    }),
  );
}

function playRouting({ routing }: Content, rules: LeadRules): PlayedExample[] {
  if (!routing) return [];
  const compiled = compileRouting(rules.routing);
  return routing.examples.map((example, index) => {
    const decision = routeLead(routingFacts(example), {
      routing: compiled,
      situation: {
        now: dayOfDate(example.on) * DAY_MS + DAY_MS / 2,
        loads: new Map(Object.entries(example.open).map(([id, open]) => [id, { open, today: 0 }])),
        cursor: null,
        excluded: [],
      },
    });
    const queue = decision.owner === null ? (decision.territory ?? DEFAULT_LINE) : 'none';
    const outcomes = [
      outcome('owner', example.expect.owner, decision.owner ?? 'nobody'),
      outcome('queue', example.expect.queue, queue),
    ].flat();
    return {
      file: 'routing',
      index,
      name: example.name,
      outcomes,
      why: explainRoute(decision, rules.routing, 'en'),
    };
  });
}

function routingFacts(example: RoutingExample): RoutingFacts {
  const { family, grade, channel, owner } = example;
  return {
    ...personOf(example),
    line: family,
    entries: [],
    entryOwner: null,
    grade,
    channel: channel ?? null,
    source: null,
    owner: owner === undefined ? null : { person: owner, of: 'contact' },
  };
}

/** Of a region the country is the first part. */
function personOf(example: ScoringExample | RoutingExample): Omit<LeadFacts, 'acts'> {
  const { answers, mailDomain, country, region, language, industries, forms } = example;
  const [ofRegion = null, subdivision = null] = region?.split('-') ?? [];
  return {
    answers,
    mailDomain: mailDomain ?? null,
    country: country ?? ofRegion,
    region: subdivision,
    language: language ?? null,
    industries,
    forms,
  };
}

function outcome<T extends string | number | boolean>(
  key: string,
  expected: T | undefined,
  actual: T,
): Outcome[] {
  if (expected === undefined) return [];
  return [{ key, expected: String(expected), actual: String(actual), isMet: expected === actual }];
}
