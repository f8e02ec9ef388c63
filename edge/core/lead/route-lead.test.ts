import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoutingFacts } from '../../contract/lead/lead-facts.ts';
import type { RoutingRules, SalesPerson } from '../../contract/lead/routing-rules.ts';
import { leadFixture, personFixture, routingFixture } from '../testing/routing-fixture.ts';
import { compileRouting } from './compile-routing.ts';
import { explainRoute } from './explain-route.ts';
import type { RouteSituation } from './route-decision.ts';
import { routeLead } from './route-lead.ts';
import { routeLeads } from './route-leads.ts';

const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const [A, B, C] = ['a', 'b', 'c'].map((id) => personFixture(id)) as [SalesPerson, SalesPerson, SalesPerson];

interface Case {
  readonly people?: readonly SalesPerson[];
  readonly rules?: Partial<RoutingRules>;
  readonly lead?: Partial<RoutingFacts>;
  readonly loads?: Record<string, [open: number, today: number]>;
  readonly situation?: Partial<RouteSituation>;
}

function route({ people = [A, B, C], rules, lead, loads = {}, situation }: Case) {
  return routeLead(leadFixture(lead), {
    routing: compileRouting(routingFixture(people, rules)),
    situation: {
      now: NOW,
      loads: new Map(Object.entries(loads).map(([id, [open, today]]) => [id, { open, today }])),
      cursor: null,
      excluded: [],
      ...situation,
    },
  });
}

const german = personFixture('german', { territories: ['germany'] });

describe('who gets a lead', () => {
  test.each<[string, Case, string | null]>([
    [
      'whoever has the contact already, busy or not',
      { lead: { owner: { person: 'c', of: 'contact' } }, loads: { c: [10, 9] } },
      'c',
    ],
    [
      'whoever has another lead of the company, wherever this one comes from',
      { people: [A, german], lead: { country: 'DE', owner: { person: 'a', of: 'account' } } },
      'a',
    ],
    [
      'who took over from an owner who has left',
      {
        people: [
          personFixture('a', { left: '2026-11-24', successor: 'b' }),
          personFixture('b', { left: '2026-01-01', successor: 'c' }),
          C,
        ],
        lead: { owner: { person: 'a', of: 'contact' } },
      },
      'c',
    ],
    [
      'an owner until the day they leave',
      {
        people: [personFixture('a', { left: '2026-11-25' }), B],
        lead: { owner: { person: 'a', of: 'contact' } },
      },
      'a',
    ],
    [
      'another while the owner is away',
      {
        people: [personFixture('a', { away: [{ from: '2026-11-24', to: '2026-11-24' }] }), B],
        lead: { owner: { person: 'a', of: 'contact' } },
      },
      'b',
    ],
    [
      'another than an owner who let it lie',
      { lead: { owner: { person: 'a', of: 'contact' } }, situation: { excluded: ['a', 'b'] } },
      'c',
    ],
    ['nobody of another region', { people: [german] }, null],
    [
      'the region of a mail address where the place is not known',
      { people: [A, german], lead: { country: null, region: null, mailDomain: 'glaswerk.de' } },
      'german',
    ],
    [
      'anybody where nothing is known of the place',
      { people: [german], lead: { country: null, region: null } },
      'german',
    ],
    ['nobody where no territory claims the place', { lead: { country: 'BR', region: null } }, null],
    [
      'who knows the industry',
      {
        people: [A, personFixture('b', { industries: ['battery'] })],
        lead: { industries: ['printing', 'battery'] },
      },
      'b',
    ],
    ['somebody, where nobody knows the industry', { lead: { industries: ['battery'] } }, 'a'],
    [
      'who knows the products',
      { people: [A, personFixture('b', { families: ['gauges'] })], lead: { line: 'gauges' } },
      'b',
    ],
    [
      'industry before products',
      {
        people: [
          personFixture('a', { families: ['gauges'] }),
          personFixture('b', { industries: ['battery'] }),
        ],
        lead: { line: 'gauges', industries: ['battery'] },
      },
      'b',
    ],
    [
      'products before industry, where a company wishes so',
      {
        people: [
          personFixture('a', { families: ['gauges'] }),
          personFixture('b', { industries: ['battery'] }),
        ],
        rules: { order: ['expertise', 'industry'] },
        lead: { line: 'gauges', industries: ['battery'] },
      },
      'a',
    ],
    ['who speaks the language', { people: [personFixture('a', { languages: ['en'] }), B] }, 'b'],
    [
      'who has the experience',
      {
        people: [A, personFixture('b', { level: 3 })],
        rules: { levels: [{ level: 3, when: [{ grade: ['hot'] }] }] },
        lead: { grade: 'hot' },
      },
      'b',
    ],
    [
      'the people of a rule, wherever it comes from',
      {
        people: [A, german],
        rules: {
          rules: [
            { id: 'r', name: { zh: '规则', en: 'Rule' }, when: [{ form: ['engineer'] }], to: ['german'] },
          ],
        },
        lead: { forms: ['engineer'] },
      },
      'german',
    ],
    [
      'others, where nobody of a rule is free',
      {
        people: [A, personFixture('b', { maxOpen: 1 })],
        rules: {
          rules: [{ id: 'r', name: { zh: '规则', en: 'Rule' }, when: [{ form: ['engineer'] }], to: ['b'] }],
        },
        lead: { forms: ['engineer'] },
        loads: { b: [1, 0] },
      },
      'a',
    ],
    ['the least busy', { loads: { a: [3, 0], b: [2, 0], c: [3, 0] } }, 'b'],
    [
      'the least busy for what they can hold',
      { people: [A, personFixture('b', { maxOpen: 100 })], loads: { a: [3, 0], b: [20, 0] } },
      'b',
    ],
    ['the next in turn of equals', { situation: { cursor: 'a' } }, 'b'],
    ['the first again after the last', { situation: { cursor: 'c' } }, 'a'],
    ['the next in turn where the last one is gone', { situation: { cursor: 'bb' } }, 'c'],
    ['nobody who is full', { loads: { a: [10, 0], b: [9, 0], c: [9, 5] } }, 'b'],
    ['nobody, where all are full', { loads: { a: [10, 0], b: [10, 0], c: [0, 5] } }, null],
    [
      'nobody who takes no leads',
      { people: [personFixture('a', { territories: [] })], lead: { country: null, region: null } },
      null,
    ],
    [
      'whoever owns the entry, where there are no territories',
      { rules: { territories: [] }, lead: { entryOwner: 'lin' } },
      'lin',
    ],
  ])('%s', (_, given, expected) => {
    expect(route(given).owner).toBe(expected);
  });

  test('is, where there is nobody, a queue that somebody looks after', () => {
    expect(route({ people: [german] })).toMatchObject({ owner: null, told: 'east-boss', territory: 'east' });
    expect(route({ lead: { country: 'BR', region: null } })).toMatchObject({ told: 'boss', territory: null });
  });

  test('moves the turn on only where turns were taken', () => {
    expect(route({ situation: { cursor: 'b' } }).cursor).toBe('c');
    expect(
      route({ situation: { cursor: 'b' }, lead: { owner: { person: 'a', of: 'contact' } } }).cursor,
    ).toBe('b');
    expect(route({ people: [german], situation: { cursor: 'b' } }).cursor).toBe('b');
  });
});

test('every decision says who was left out, and why, in both languages', () => {
  const rules = routingFixture(
    [
      personFixture('a', { left: '2026-01-01' }),
      personFixture('b', { away: [{ from: '2026-11-20', to: '2026-11-30' }] }),
      personFixture('c', { industries: ['battery'] }),
      personFixture('d', { industries: ['battery'] }),
      personFixture('e'),
      german,
    ],
    { levels: [{ level: 3, when: [{ grade: ['hot'] }] }] },
  );
  const lead = leadFixture({
    industries: ['battery'],
    grade: 'hot',
    language: null,
    owner: { person: 'a', of: 'contact' },
  });
  const decision = routeLead(lead, {
    routing: compileRouting(rules),
    situation: { now: NOW, loads: new Map([['c', { open: 3, today: 1 }]]), cursor: null, excluded: [] },
  });
  expect(explainRoute(decision, rules, 'en')).toMatchInlineSnapshot(`
    [
      "A has them already, but can’t take it. Left out: A (has left).",
      "Who is free. C, D, E, GERMAN. Left out: A (has left), B (is away).",
      "Region: East. C, D, E. Left out: GERMAN (is not of this region).",
      "Industry: battery. C, D. Left out: E (does not know the industry).",
      "Knows the products: nothing is known to go by.",
      "Language: nothing is known to go by.",
      "Level of experience: 3. Nobody of those left, so this is passed over.",
      "Least busy. D. Left out: C (is busier).",
      "Whose turn it is. D.",
    ]
  `);
  expect(explainRoute(decision, rules, 'zh')).toMatchInlineSnapshot(`
    [
      "原负责人是a（中文），但现在不能接。排除：a（中文）（已离职）。",
      "能接线索的人：c（中文）、d（中文）、e（中文）、german（中文）。排除：a（中文）（已离职）、b（中文）（休假中）。",
      "区域「华东」：c（中文）、d（中文）、e（中文）。排除：german（中文）（不负责这个区域）。",
      "行业「battery」：c（中文）、d（中文）。排除：e（中文）（不做这个行业）。",
      "产品专长：没有可依据的信息。",
      "语言：没有可依据的信息。",
      "资历「3」：剩下的人都不符合，跳过。",
      "最空闲：d（中文）。排除：c（中文）（手头更忙）。",
      "轮到：d（中文）。",
    ]
  `);
  const nobody = routeLead(leadFixture({ country: 'BR', region: null }), {
    routing: compileRouting(rules),
    situation: { now: NOW, loads: new Map(), cursor: null, excluded: [] },
  });
  expect(explainRoute(nobody, rules, 'en').slice(-2)).toMatchInlineSnapshot(`
    [
      "Region: BR. Nobody.",
      "Nobody is left: it goes into the queue, which boss looks after.",
    ]
  `);
  expect(explainRoute(nobody, rules, 'zh').slice(-2)).toMatchInlineSnapshot(`
    [
      "区域「BR」：没有人符合。",
      "没有合适的人：放入公共队列，由boss照看。",
    ]
  `);
});

describe('many leads', () => {
  test('burden each other, so that equals get the same number', () => {
    const routing = compileRouting(routingFixture([A, B, C]));
    const leads = Array.from({ length: 12 }, (_, index) => ({ id: `l${index}`, facts: leadFixture() }));
    const routed = [
      ...routeLeads(leads, { routing, situation: { now: NOW, loads: new Map(), cursor: null } }),
    ];
    expect(
      Object.entries(Object.groupBy(routed, ({ decision }) => decision.owner ?? '')).map(([id, own]) => [
        id,
        own?.length,
      ]),
    ).toEqual([
      ['a', 4],
      ['b', 4],
      ['c', 4],
    ]);
  });

  test('of somebody who has left go to their successor, or to others where there is none', () => {
    const gone = personFixture('a', { left: '2026-11-01' });
    const leads = ['l1', 'l2'].map((id) => {
      return { id, facts: leadFixture({ owner: { person: 'a', of: 'contact' } }), excluded: ['a'] };
    });
    const owners = (people: readonly SalesPerson[]) =>
      [
        ...routeLeads(leads, {
          routing: compileRouting(routingFixture(people)),
          situation: { now: NOW, loads: new Map(), cursor: null },
        }),
      ].map(({ decision }) => decision.owner);
    expect(owners([{ ...gone, successor: 'b' }, B, C])).toEqual(['b', 'b']);
    expect(owners([gone, B, C])).toEqual(['b', 'c']);
  });
});

const person = fc.record({
  territories: fc.subarray(['east', 'germany']),
  industries: fc.subarray(['battery', 'printing']),
  families: fc.subarray(['gauges', 'cameras']),
  languages: fc.subarray(['zh' as const, 'en' as const]),
  level: fc.integer({ min: 1, max: 3 }),
  maxOpen: fc.integer({ min: 0, max: 5 }),
  maxPerDay: fc.integer({ min: 0, max: 5 }),
  left: fc.constantFrom(null, '2026-11-24', '2027-01-01', 'never'),
  successor: fc.constantFrom(null, 'p0', 'p1', 'p2', 'nobody'),
  away: fc.constantFrom([], [{ from: '2026-11-01', to: '2026-12-01' }]),
});
const cases = fc.record({
  people: fc
    .array(person, { maxLength: 6 })
    .map((all) => all.map((facts, index) => personFixture(`p${index}`, facts))),
  lead: fc.record({
    country: fc.constantFrom('CN', 'DE', null, ''),
    region: fc.constantFrom('JS', null, '*'),
    language: fc.constantFrom('zh', 'en', null),
    industries: fc.subarray(['battery', 'printing', '__proto__']),
    line: fc.constantFrom('gauges', 'general', 'constructor'),
    grade: fc.constantFrom('cold', 'hot'),
    owner: fc.constantFrom(null, { person: 'p0', of: 'contact' }, { person: 'stranger', of: 'account' }),
  }),
  loads: fc.dictionary(fc.constantFrom('p0', 'p1', 'p2', 'p3'), fc.tuple(fc.nat(6), fc.nat(6)), {
    noNullPrototype: true,
  }),
  situation: fc.record({
    cursor: fc.constantFrom(null, 'p1', 'zzz'),
    excluded: fc.subarray(['p0', 'p1', 'p2']),
  }),
});

describe('any decision', () => {
  test('is the same each time, and gives no lead to who can’t take it', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const decision = route(given);
        expect(route(given)).toEqual(decision);
        const { owner, steps } = decision;
        const last = steps.at(-1);
        if (owner === null) {
          expect(last?.step).toBe('queue');
          return;
        }
        expect(given.situation.excluded).not.toContain(owner);
        const chosen = given.people.find(({ id }) => id === owner)!;
        expect(['2026-11-24']).not.toContain(chosen.left);
        expect(chosen.away).toEqual([]);
        if (last?.step === 'turn') {
          const [open, today] = given.loads[owner] ?? [0, 0];
          expect(open < chosen.maxOpen || chosen.maxOpen === 0).toBe(true);
          expect(today).toBeLessThanOrEqual(chosen.maxPerDay);
          const { territory } = decision;
          if (territory !== null) expect(chosen.territories).toContain(territory);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('accounts for everybody: each is the owner, or was left out once', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { owner, steps } = route({ ...given, lead: { ...given.lead, owner: null } });
        const out = steps.flatMap(({ leftOut }) => leftOut.map((one) => one.person));
        const region = steps.find(({ step }) => step === 'region');
        // Where no territory claims a place, all who were free wait with it.
        if (region?.outcome === 'nobody' && region.leftOut.length === 0) return;
        expect([...out, ...(owner === null ? [] : [owner])].toSorted()).toEqual(
          given.people.map(({ id }) => id).toSorted(),
        );
      }),
    );
  });
});
