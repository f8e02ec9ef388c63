import { reduceLeads } from '../../edge/core/lead/reduce-leads.ts';
import { compileRouting } from '../../edge/core/lead/compile-routing.ts';
import { compileScoring } from '../../edge/core/lead/compile-scoring.ts';
import { DAY_MS } from '../../edge/core/lead/create-zone.ts';
import { routeLead } from '../../edge/core/lead/route-lead.ts';
import type { Engagement, LeadFacts, RoutingFacts } from '../../edge/contract/lead/lead-facts.ts';
import type { LeadEvent } from '../../edge/contract/lead/lead-event.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { leadRulesOf } from '../../scripts/lib/lead-rules-of.ts';
import { compare, printTable } from './lib/report.ts';
import { takeTurns } from './lib/take-turns.ts';

/**
 * The sample's rules on leads with a journey of 24 acts each, against the least that could be done with the same acts: a
 * bare loop that adds up a number of each. A rescore of a million leads has a budget of 30 s of it.
 */
const ROUNDS = 9;
const LEADS = 2000;
const ACTS = 24;
const BUDGET_MICROS = 30;
const NOW = Date.parse('2026-11-24T12:00:00Z');

const { content } = await loadContent('content');
if (!content) throw new Error('the sample has problems: npm run check:content');
const rules = leadRulesOf(content);
const scoring = compileScoring(rules.scoring);
const routing = compileRouting(rules.routing);

const PATHS = [
  '/zh/products/lg-40/',
  '/zh/',
  '/en/whitepapers/inline-gauging/',
  '/zh/cases/gravure-streaks/',
];
const TYPES = ['view', 'view', 'view', 'download', 'cta', 'registration'] as const;

const leads = Array.from({ length: LEADS }, (_, lead): LeadFacts => {
  const acts = Array.from({ length: ACTS }, (__, index): Engagement => {
    return {
      at: NOW - ((lead * 7 + (ACTS - index) * 3) % 90) * DAY_MS + index * 60_000,
      type: TYPES[(lead + index) % TYPES.length]!,
      path: PATHS[(lead + index) % PATHS.length]!,
      what: index % 6 === 0 ? 'whitepaper' : '',
      seconds: (index * 13) % 120,
      depth: (index * 17) % 100,
    };
  }).toSorted((a, b) => a.at - b.at);
  return {
    answers: { role: lead % 2 === 0 ? 'management' : 'quality', company: 'Hengda' },
    mailDomain: lead % 3 === 0 ? 'qq.com' : `company-${lead}.example`,
    country: lead % 5 === 0 ? 'DE' : 'CN',
    region: lead % 5 === 0 ? null : 'JS',
    language: 'zh',
    industries: ['battery'],
    forms: ['whitepaper'],
    acts,
  };
});
const routed = leads.map(({ acts: _, ...facts }): RoutingFacts => {
  const more = {
    line: 'gauges',
    entries: [],
    entryOwner: null,
    grade: 'warm',
    channel: null,
    source: null,
  } as const;
  return { ...facts, ...more, owner: null };
});
const histories = leads.map((_, lead): LeadEvent[] => {
  const base = { lead: `r${lead}`, by: 'system' };
  return [
    { ...base, id: 'a', at: 1, type: 'registered', line: 'gauges', entry: 'x' },
    { ...base, id: 'b', at: 2, type: 'qualified', rule: 'mql.1' },
    { ...base, id: 'c', at: 3, type: 'assigned', to: 'xu-zhiyuan' },
    { ...base, id: 'd', at: 4, type: 'accepted' },
    {
      ...base,
      id: 'e',
      at: 5,
      type: 'stage_set',
      stage: 'opportunity',
      version: { system: 'crm', number: 2 },
    },
    { ...base, id: 'f', at: 6, type: 'stage_set', stage: 'won', version: { system: 'crm', number: 3 } },
  ];
});
const situation = { now: NOW, loads: new Map(), cursor: null, excluded: [] };

const contenders = {
  bare(lead: number) {
    let sum = 0;
    for (const { at, seconds, depth, path } of leads[lead]!.acts) sum += at + seconds + depth + path.length;
    return sum;
  },
  score: (lead: number) => scoring.score(leads[lead]!, NOW).total,
  explain: (lead: number) => scoring.explain(leads[lead]!, NOW).lines.length,
  route: (lead: number) => routeLead(routed[lead]!, { routing, situation }).steps.length,
  reduce: (lead: number) => reduceLeads(histories[lead]!).leads.length,
} satisfies Record<string, (lead: number) => number>;

const micros = takeTurns(contenders, { rounds: ROUNDS, measure });
const perSecond = (name: keyof typeof contenders): number => 1e6 / micros(name);
printTable(`lead rules, leads per second, ${ACTS} acts each`, [
  compare('score', perSecond('score'), perSecond('bare')),
  compare('score and say why', perSecond('explain'), perSecond('bare')),
  compare('find the owner', perSecond('route'), perSecond('bare')),
  compare('make the state of 6 events', perSecond('reduce'), perSecond('bare')),
]);
printTable(
  'what a rescore pays',
  [compare('µs for a lead', micros('score'), BUDGET_MICROS, '≤ 1')],
  'budget',
);

/** µs a call. */
function measure(call: (lead: number) => number): number {
  let sum = 0;
  const started = performance.now();
  for (let turn = 0; turn < 5; turn += 1) for (let lead = 0; lead < LEADS; lead += 1) sum += call(lead);
  const elapsedMs = performance.now() - started;
  if (!Number.isFinite(sum)) throw new Error('a call came to no figure');
  return (elapsedMs * 1000) / (5 * LEADS);
}
