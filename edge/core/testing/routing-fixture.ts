import type { RoutingFacts } from '../../contract/lead/lead-facts.ts';
import type { RoutingRules, SalesPerson, WorkTimes } from '../../contract/lead/routing-rules.ts';

/** Test support: the hours of a territory with a holiday and a Saturday that is worked. */
export const CHINA: WorkTimes = {
  timeZone: 'Asia/Shanghai',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: 9 * 60,
  to: 18 * 60,
  holidays: [{ from: '2026-10-01', to: '2026-10-07' }],
  workdays: ['2026-10-10'],
};
/** Test support: those of one without. */
export const GERMANY: WorkTimes = { ...CHINA, timeZone: 'Europe/Berlin', holidays: [], workdays: [] };

/** Test support: somebody who takes leads of East China. */
export function personFixture(id: string, facts: Partial<SalesPerson> = {}): SalesPerson {
  return {
    id,
    name: { zh: `${id}（中文）`, en: id.toUpperCase() },
    territories: ['east'],
    industries: [],
    families: [],
    languages: ['zh', 'en'],
    level: 1,
    maxOpen: 10,
    maxPerDay: 5,
    maxClaimsPerDay: 2,
    away: [],
    left: null,
    successor: null,
    reportsTo: null,
    ...facts,
  };
}

/** Test support: two territories, and whoever is handed in. */
export function routingFixture(
  people: readonly SalesPerson[],
  rules: Partial<RoutingRules> = {},
): RoutingRules {
  return {
    version: '1-test',
    keeper: 'boss',
    territories: [
      {
        id: 'east',
        name: { zh: '华东', en: 'East' },
        where: [{ region: ['CN-JS', 'CN-SH'] }],
        work: CHINA,
        keeper: 'east-boss',
      },
      {
        id: 'germany',
        name: { zh: '德国', en: 'Germany' },
        where: [{ country: ['DE'] }, { mailDomain: ['*.de'] }],
        work: GERMANY,
        keeper: 'german-boss',
      },
    ],
    rules: [],
    order: ['industry', 'expertise', 'language', 'level'],
    levels: [],
    sla: { clock: 'workdays', remindAfter: [8, 20], escalateAfter: 24, passOnAfter: 32, maxPassOns: 1 },
    people,
    ...rules,
  };
}

/** Test support: a lead from Jiangsu. */
export function leadFixture(facts: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    answers: {},
    mailDomain: null,
    country: 'CN',
    region: 'JS',
    language: 'zh',
    industries: [],
    forms: [],
    line: 'general',
    entries: [],
    entryOwner: null,
    grade: 'cold',
    channel: null,
    source: null,
    owner: null,
    ...facts,
  };
}
