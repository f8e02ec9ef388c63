import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engagement, LeadFacts } from '../../contract/lead/lead-facts.ts';
import { ENGAGEMENT_TYPES } from '../../contract/lead/lead-facts.ts';
import type { EngagementRule, FitRule, ScoringRules } from '../../contract/lead/scoring-rules.ts';
import { compileScoring } from './compile-scoring.ts';
import { DAY_MS } from './create-zone.ts';
import { explainScore } from './explain-score.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const NOBODY: LeadFacts = {
  answers: {},
  mailDomain: null,
  country: null,
  region: null,
  language: null,
  industries: [],
  forms: [],
  acts: [],
};

const PAGES = {
  'products/lg-40': { stage: 'decision', industries: ['battery'], family: 'gauges' },
  'whitepapers/inline-gauging': { stage: 'awareness', industries: ['battery', 'printing'] },
};

function rulesOf({
  fit = [],
  engagement = [],
  ...others
}: {
  fit?: (Omit<FitRule, 'id' | 'name'> & Partial<FitRule>)[];
  engagement?: (Omit<EngagementRule, 'id' | 'name'> & Partial<EngagementRule>)[];
  maxPerDay?: number;
  max?: number;
  timeZone?: string;
  mql?: ScoringRules['mql'];
} = {}): ScoringRules {
  const named = (index: number, kind: string) => ({
    id: `${kind}-${index}`,
    name: { zh: `规则${index}`, en: `Rule ${index}` },
  });
  return {
    version: '1-test',
    timeZone: others.timeZone ?? 'UTC',
    freeMail: ['regional.example'],
    fit: { max: 100, rules: fit.map((rule, index) => ({ ...named(index, 'fit'), ...rule })) },
    engagement: {
      max: others.max ?? 100,
      maxPerDay: others.maxPerDay ?? 40,
      halfLifeDays: 30,
      rules: engagement.map((rule, index) => ({ ...named(index, 'act'), ...rule })),
    },
    grades: { hot: { fit: 30, engagement: 40 }, warm: { fit: 10, engagement: 10 } },
    mql: others.mql ?? [],
    pages: PAGES,
  };
}

function act(type: Engagement['type'], facts: Partial<Engagement> & { daysAgo?: number } = {}): Engagement {
  const { daysAgo = 0, ...rest } = facts;
  return { at: NOW - daysAgo * DAY_MS, type, path: '/', what: '', seconds: 0, depth: 0, ...rest };
}

function fitOf(when: FitRule['when'], facts: Partial<LeadFacts>): boolean {
  return (
    compileScoring(rulesOf({ fit: [{ points: 10, when }] })).score({ ...NOBODY, ...facts }, NOW).fit === 10
  );
}

function pointsOf(rule: Omit<EngagementRule, 'id' | 'name'>, acts: readonly Engagement[]): number {
  return compileScoring(rulesOf({ engagement: [rule] })).score({ ...NOBODY, acts }, NOW).engagement;
}

describe('fit', () => {
  test.each<[string, FitRule['when'][number], Partial<LeadFacts>, boolean]>([
    ['an answer', { answers: { role: ['management'] } }, { answers: { role: 'management' } }, true],
    ['another answer', { answers: { role: ['management'] } }, { answers: { role: 'quality' } }, false],
    [
      'one of several answers',
      { answers: { topics: ['edge'] } },
      { answers: { topics: ['gauging', 'edge'] } },
      true,
    ],
    ['part of an answer', { answers: { title: ['*总监*'] } }, { answers: { title: '华东区总监' } }, true],
    ['a tick', { answers: { callback: ['yes'] } }, { answers: { callback: true } }, true],
    ['no tick', { answers: { callback: ['yes'] } }, { answers: { callback: false } }, false],
    ['a field nobody asked', { answers: { role: ['*'] } }, {}, false],
    ['a field that every object has', { answers: { constructor: ['*'] } }, {}, false],
    [
      'two answers of which one is missing',
      { answers: { a: ['x'], b: ['y'] } },
      { answers: { a: 'x' } },
      false,
    ],
    ['a company’s own mail', { mail: ['business'] }, { mailDomain: 'glaswerk.example' }, true],
    ['a free mail', { mail: ['free'] }, { mailDomain: 'vip.qq.com' }, true],
    ['a free mail of the company’s list', { mail: ['free'] }, { mailDomain: 'mail.regional.example' }, true],
    ['a throwaway mail', { mail: ['throwaway'] }, { mailDomain: 'yopmail.com' }, true],
    ['no mail', { mail: ['business', 'free', 'throwaway'] }, {}, false],
    ['a domain', { mailDomain: ['*.edu.cn'] }, { mailDomain: 'cs.tsinghua.edu.cn' }, true],
    ['a country', { country: ['DE', 'AT'] }, { country: 'AT' }, true],
    ['a region', { region: ['CN-JS'] }, { country: 'CN', region: 'JS' }, true],
    ['the same region of another country', { region: ['CN-JS'] }, { country: 'US', region: 'JS' }, false],
    ['a language', { language: ['en'] }, { language: 'en' }, true],
    ['an industry', { industry: ['battery'] }, { industries: ['printing', 'battery'] }, true],
    ['all parts of a condition', { country: ['DE'], industry: ['battery'] }, { country: 'DE' }, false],
  ])('counts %s', (_, condition, facts, fits) => {
    expect(fitOf([condition], facts)).toBe(fits);
  });

  test('counts a rule once, whichever of its conditions hold', () => {
    expect(fitOf([{ country: ['DE'] }, { language: ['en'] }], { country: 'DE', language: 'en' })).toBe(true);
  });

  test('stays between zero and its limit', () => {
    const { score } = compileScoring(
      rulesOf({
        fit: [
          { points: 80, when: [{ country: ['DE'] }] },
          { points: 80, when: [{ language: ['en'] }] },
          { points: -30, when: [{ country: ['FR'] }] },
        ],
      }),
    );
    expect(score({ ...NOBODY, country: 'DE', language: 'en' }, NOW).fit).toBe(100);
    expect(score({ ...NOBODY, country: 'FR' }, NOW).fit).toBe(0);
  });
});

describe('engagement', () => {
  test.each<[string, EngagementRule['when'][number], Engagement, boolean]>([
    ['what was done', { act: ['download'] }, act('download'), true],
    ['nothing else', { act: ['download'] }, act('view'), false],
    [
      'a path',
      { act: ['view'], path: ['/*/products/*'] },
      act('view', { path: '/zh/products/lg-40/' }),
      true,
    ],
    ['a kind of entry', { act: ['view'], kind: ['products'] }, act('view', { path: '/en/products/' }), true],
    ['a stage', { act: ['view'], stage: ['decision'] }, act('view', { path: '/zh/products/lg-40/' }), true],
    [
      'another stage',
      { act: ['view'], stage: ['decision'] },
      act('view', { path: '/zh/whitepapers/inline-gauging/' }),
      false,
    ],
    [
      'a page of no entry',
      { act: ['view'], stage: ['decision'] },
      act('view', { path: '/zh/__proto__/' }),
      false,
    ],
    [
      'an industry',
      { act: ['view'], industry: ['printing'] },
      act('view', { path: '/en/whitepapers/inline-gauging/?x=1' }),
      true,
    ],
    ['a family', { act: ['view'], family: ['gauges'] }, act('view', { path: '/en/products/lg-40' }), true],
    [
      'a form',
      { act: ['registration'], form: ['engineer'] },
      act('registration', { what: 'engineer' }),
      true,
    ],
    ['words', { act: ['search'], what: ['*price*', '*价*'] }, act('search', { what: 'LG-40 Prices' }), true],
    ['enough seconds', { act: ['view'], seconds: 30 }, act('view', { seconds: 30 }), true],
    ['too few seconds', { act: ['view'], seconds: 30 }, act('view', { seconds: 29 }), false],
    ['enough depth', { act: ['video'], depth: 80 }, act('video', { depth: 81 }), true],
  ])('counts %s', (_, condition, done, fits) => {
    expect(pointsOf({ points: 5, when: [condition] }, [done])).toBe(fits ? 5 : 0);
  });

  test('counts an act once for a rule, and for every rule it fits', () => {
    const rules = rulesOf({
      engagement: [
        { points: 3, when: [{ act: ['view'] }, { act: ['view', 'cta'] }] },
        { points: 4, when: [{ act: ['view'], seconds: 10 }] },
      ],
    });
    expect(
      compileScoring(rules).score({ ...NOBODY, acts: [act('view', { seconds: 20 })] }, NOW).engagement,
    ).toBe(7);
  });

  test('halves with every half-life', () => {
    const rule: Omit<EngagementRule, 'id' | 'name'> = { points: 12, when: [{ act: ['download'] }] };
    const after = (daysAgo: number, halfLifeDays?: number) =>
      pointsOf({ ...rule, halfLifeDays }, [act('download', { daysAgo })]);
    expect([0, 30, 60, 15].map((days) => after(days))).toEqual([12, 6, 3, 8.5]);
    expect([0, 7, 14].map((days) => after(days, 7))).toEqual([12, 6, 3]);
    expect([400, 100_000].map((days) => after(days))).toEqual([0, 0]);
  });

  test('keeps to the limits of a day, of a rule, and of all', () => {
    const downloads = (count: number, daysAgo = 0) =>
      Array.from({ length: count }, () => act('download', { daysAgo }));
    const when = [{ act: ['download'] as const }];
    expect(pointsOf({ points: 12, maxPerDay: 30, when }, downloads(9))).toBe(30);
    expect(pointsOf({ points: 12, when }, downloads(9))).toBe(40);
    expect(pointsOf({ points: 12, max: 50, when }, [...downloads(9), ...downloads(9, 1)])).toBe(50);
    expect(
      pointsOf(
        { points: 12, when },
        [0, 1, 2, 3].flatMap((days) => downloads(9, days)),
      ),
    ).toBe(100);
  });

  test('finds out who came back, and after how long', () => {
    const rule: Omit<EngagementRule, 'id' | 'name'> = { points: 5, when: [{ act: ['return'], days: 3 }] };
    expect(pointsOf(rule, [act('view', { daysAgo: 3 }), act('view')])).toBe(5);
    expect(pointsOf(rule, [act('view', { daysAgo: 2 }), act('view'), act('view')])).toBe(0);
    expect(pointsOf(rule, [act('view')])).toBe(0);
  });

  test('goes by the days of its time zone', () => {
    const night = Date.parse('2026-11-23T17:00:00Z');
    const acts = [act('view', { at: night - 3_600_000 - 1 }), act('view', { at: night })];
    const perDay = (timeZone: string) =>
      compileScoring(
        rulesOf({ timeZone, engagement: [{ points: 4, maxPerDay: 4, when: [{ act: ['view'] }] }] }),
      ).score({ ...NOBODY, acts }, night).engagement;
    expect([perDay('UTC'), perDay('Asia/Shanghai')]).toEqual([4, 7.9]);
  });

  test('takes points away, but never below zero', () => {
    const rules = rulesOf({
      engagement: [
        { points: 10, when: [{ act: ['view'] }] },
        { points: -8, max: 12, when: [{ act: ['form_abandon'] }] },
      ],
    });
    const { score } = compileScoring(rules);
    const left = (count: number) => Array.from({ length: count }, () => act('form_abandon'));
    expect(score({ ...NOBODY, acts: [act('view'), ...left(1)] }, NOW).engagement).toBe(2);
    expect(score({ ...NOBODY, acts: [act('view'), act('view'), ...left(5)] }, NOW).engagement).toBe(8);
    expect(score({ ...NOBODY, acts: left(5) }, NOW).engagement).toBe(0);
  });
});

describe('grade and MQL', () => {
  test.each([
    [30, 40, 'hot'],
    [30, 39, 'warm'],
    [29, 100, 'warm'],
    [9, 100, 'cold'],
    [100, 9, 'cold'],
  ])('with %i of fit and %i of engagement is %s', (fit, engagement, grade) => {
    const { score } = compileScoring(
      rulesOf({
        maxPerDay: 100,
        fit: [{ points: fit, when: [{ country: ['DE'] }] }],
        engagement: [{ points: engagement, when: [{ act: ['view'] }] }],
      }),
    );
    expect(score({ ...NOBODY, country: 'DE', acts: [act('view')] }, NOW).grade).toBe(grade);
  });

  test.each<[ScoringRules['mql'], string | null]>([
    [[], null],
    [[{ grade: ['warm'] }], 'mql.1'],
    [[{ grade: ['hot'] }, { total: 30 }], 'mql.2'],
    [[{ fit: 20, engagement: 10 }], 'mql.1'],
    [[{ fit: 21 }], null],
    [[{ answered: ['budget', 'need'] }], 'mql.1'],
    [[{ answered: ['budget', 'timeline'] }], null],
    [[{ answered: ['empty'] }], null],
    [[{ answered: ['unticked'] }], null],
    [[{ answered: ['toString'] }], null],
    [[{ form: ['engineer'] }], 'mql.1'],
    [[{ form: ['engineer'], fit: 21 }], null],
  ])('by %j is %j', (mql, expected) => {
    const { score } = compileScoring(
      rulesOf({
        mql,
        fit: [{ points: 20, when: [{ country: ['DE'] }] }],
        engagement: [{ points: 10, when: [{ act: ['view'] }] }],
      }),
    );
    const facts: LeadFacts = {
      ...NOBODY,
      country: 'DE',
      forms: ['whitepaper', 'engineer'],
      answers: { budget: '100k', need: ['gauging'], empty: ' ', unticked: false },
      acts: [act('view')],
    };
    expect(score(facts, NOW).mql).toBe(expected);
  });
});

test('every score says why, line by line, in both languages', () => {
  const { explain } = compileScoring(
    rulesOf({
      fit: [{ points: 20, name: { zh: '能拍板', en: 'Has a say' }, when: [{ country: ['DE'] }] }],
      engagement: [
        {
          points: 12,
          name: { zh: '下载', en: 'Downloaded' },
          maxPerDay: 20,
          max: 15,
          when: [{ act: ['download'] }],
        },
        { points: -2, name: { zh: '放弃表单', en: 'Left a form' }, when: [{ act: ['form_abandon'] }] },
      ],
      max: 10,
    }),
  );
  const acts = [
    act('download', { daysAgo: 60 }),
    ...Array.from({ length: 3 }, () => act('download', { daysAgo: 1 })),
    act('form_abandon'),
  ];
  const score = explain({ ...NOBODY, country: 'DE', acts }, NOW);
  expect(explainScore(score, 'en')).toMatchInlineSnapshot(`
    [
      "+20  Has a say",
      "+3  Downloaded on 2026-09-25: +12, 60 days old, halved every 30 days",
      "+19.5  Downloaded, 3 times on 2026-11-23: +20 of +36, the limit of a day, 1 day old, halved every 30 days",
      "−2  Left a form on 2026-11-24: −2",
      "−7.5  Downloaded: at most 15 in all",
      "−3  Engagement: at most 10",
    ]
  `);
  expect(explainScore(score, 'zh')).toMatchInlineSnapshot(`
    [
      "+20  能拍板",
      "+3  下载，2026-09-25：+12 分，已过 60 天，每 30 天减半",
      "+19.5  下载，2026-11-23，3 次：+20 分（本来 +36 分，受每日上限限制），已过 1 天，每 30 天减半",
      "−2  放弃表单，2026-11-24：−2 分",
      "−7.5  下载：累计最多 15 分",
      "−3  活跃度：最多 10 分",
    ]
  `);
  expect(score.total).toBe(30);
});

const points = fc.integer({ min: -20, max: 40 }).map((halves) => halves / 2);
const limit = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined });
const engagementRule = fc.record({
  points,
  maxPerDay: limit,
  max: limit,
  halfLifeDays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
  when: fc.array(
    fc.record({
      act: fc.subarray([...ENGAGEMENT_TYPES], { minLength: 1 }),
      path: fc.option(fc.constantFrom(['/*'], ['/zh/*'], ['*lg*']), { nil: undefined }),
      seconds: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      days: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const done = fc.record({
  at: fc.integer({ min: NOW - 500 * DAY_MS, max: NOW }),
  type: fc.constantFrom(...ENGAGEMENT_TYPES.filter((type) => type !== 'return')),
  path: fc.constantFrom('/zh/products/lg-40/', '/en/', '/zh/', '', '//', '/zh/products/constructor/'),
  what: fc.string({ maxLength: 8 }),
  seconds: fc.integer({ min: 0, max: 90 }),
  depth: fc.integer({ min: 0, max: 100 }),
});
const ruleSet = fc.record({
  fit: fc.array(fc.record({ points, when: fc.constant([{ country: ['DE'] }]) }), { maxLength: 4 }),
  engagement: fc.array(engagementRule, { maxLength: 5 }),
  maxPerDay: fc.integer({ min: 0, max: 60 }),
  max: fc.integer({ min: 0, max: 120 }),
  timeZone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/Chicago'),
});
const acts = fc.array(done, { maxLength: 40 });
const tenths = (value: number) => Math.round(value * 10);

describe('any score', () => {
  test('is the sum of its lines, to the tenth, and the same with reasons as without', () => {
    fc.assert(
      fc.property(ruleSet, acts, (given, all) => {
        const { score, explain } = compileScoring(rulesOf(given));
        const facts = { ...NOBODY, country: 'DE', acts: all };
        const { lines, ...explained } = explain(facts, NOW);
        expect(explained).toEqual(score(facts, NOW));
        for (const part of ['fit', 'engagement'] as const) {
          const sum = lines
            .filter((line) => line.part === part)
            .reduce((total, { value }) => total + tenths(value), 0);
          expect(sum).toBe(tenths(explained[part]));
        }
        expect(tenths(explained.total)).toBe(tenths(explained.fit) + tenths(explained.engagement));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same in any order of acts, asked once or again', () => {
    fc.assert(
      fc.property(
        ruleSet,
        acts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (given, [all, shuffled]) => {
          const { score } = compileScoring(rulesOf(given));
          const first = score({ ...NOBODY, acts: all }, NOW);
          expect(score({ ...NOBODY, acts: shuffled }, NOW)).toEqual(first);
          expect(score({ ...NOBODY, acts: all }, NOW)).toEqual(first);
        },
      ),
    );
  });

  const gains = ruleSet.map(({ engagement, ...rest }) => ({
    ...rest,
    engagement: engagement.map((rule) => ({ ...rule, points: Math.abs(rule.points) })),
  }));

  test('never rises while nothing is done, where no rule takes points', () => {
    fc.assert(
      fc.property(gains, acts, fc.integer({ min: 0, max: 400 }), (given, all, days) => {
        const { score } = compileScoring(rulesOf(given));
        const facts = { ...NOBODY, acts: all };
        expect(score(facts, NOW + days * DAY_MS).engagement).toBeLessThanOrEqual(
          score(facts, NOW).engagement,
        );
      }),
    );
  });

  test('never falls when more is done, or a limit is raised, where no rule takes points', () => {
    // A return is the first act of a day: what is done in between takes it away. Rules share the room of a day, and what
    // one takes there may fade sooner than the other's.
    const alone = gains.map(({ engagement, ...rest }) => ({
      ...rest,
      engagement: engagement.slice(0, 1).map((rule) => ({
        ...rule,
        when: rule.when.map((condition) => ({
          ...condition,
          act: condition.act.filter((type) => type !== 'return'),
        })),
      })),
    }));
    fc.assert(
      fc.property(alone, acts, acts, fc.integer({ min: 1, max: 50 }), (given, all, more, raise) => {
        const score = (rules: typeof given, some: readonly Engagement[]) =>
          compileScoring(rulesOf(rules)).score({ ...NOBODY, acts: some }, NOW).engagement;
        const before = score(given, all);
        expect(score(given, [...all, ...more])).toBeGreaterThanOrEqual(before);
        expect(score({ ...given, max: given.max + raise }, all)).toBeGreaterThanOrEqual(before);
        expect(score({ ...given, maxPerDay: given.maxPerDay + raise }, all)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('is a figure between zero and its limit, whatever it is made of', () => {
    const hostile = fc.record({
      answers: fc.dictionary(
        fc.constantFrom('__proto__', 'role', 'constructor'),
        fc.oneof(fc.string(), fc.array(fc.string()), fc.boolean()),
      ),
      mailDomain: fc.option(fc.string()),
      country: fc.option(fc.string()),
      region: fc.option(fc.string()),
      language: fc.constantFrom('zh', 'en', null),
      industries: fc.array(fc.string()),
      forms: fc.array(fc.string()),
      acts: fc.array(
        fc.record({
          at: fc.oneof(fc.double(), fc.integer()),
          type: fc.constantFrom('view', 'download', 'toString' as 'view'),
          path: fc.string(),
          what: fc.string(),
          seconds: fc.double(),
          depth: fc.double(),
        }),
      ),
    });
    fc.assert(
      fc.property(ruleSet, hostile, fc.double(), (given, facts, now) => {
        const { engagement, fit, total } = compileScoring(rulesOf(given)).score(facts, now);
        expect(engagement).toBeGreaterThanOrEqual(0);
        expect(engagement).toBeLessThanOrEqual(given.max);
        expect(fit).toBeLessThanOrEqual(100);
        expect(Number.isFinite(total)).toBe(true);
      }),
    );
  });
});
