import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditRules } from '../../contract/lead/credit-rules.ts';
import { DAY_MS } from './create-zone.ts';
import { type CreditFacts, creditFor } from './credit-for.ts';
import { explainCredit } from './explain-credit.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const RULES: CreditRules = {
  version: '1-test',
  untouchedDays: 90,
  contactWithinDays: 14,
  shared: { marketing: 1, sales: 2 },
  roleField: 'role',
  ranks: [['management'], ['purchasing'], ['engineering', 'quality']],
};

function facts(role: string | null, crm: [daysAgo: number | null, role: string | null] | null): CreditFacts {
  const [daysAgo = null, theirs = null] = crm ?? [];
  return {
    at: NOW,
    role,
    crm: crm && { lastContactAt: daysAgo === null ? null : NOW - daysAgo * DAY_MS, role: theirs },
  };
}

describe('a customer whom both may claim', () => {
  test.each<[string, CreditFacts, object]>([
    [
      'is marketing’s where the CRM does not have them',
      facts('quality', null),
      { rule: 'not-in-crm', marketing: 1, contactDueAt: null },
    ],
    [
      'is marketing’s where sales left them alone',
      facts('quality', [90, 'management']),
      { rule: 'untouched', marketing: 1, contactDueAt: NOW + 14 * DAY_MS },
    ],
    [
      'is marketing’s where sales was never in touch',
      facts(null, [null, 'management']),
      { rule: 'untouched', marketing: 1, untouchedDays: null },
    ],
    [
      'is marketing’s where its contact decides more',
      facts('management', [10, 'quality']),
      { rule: 'ranks-higher', marketing: 1, leads: 'marketing' },
    ],
    [
      'is shared where its contact decides less',
      facts('quality', [89, 'purchasing']),
      { rule: 'ranks-lower', leads: 'sales' },
    ],
    [
      'is shared where both decide alike and sales is at work',
      facts('quality', [10, 'engineering']),
      { rule: 'sales-active', leads: 'sales' },
    ],
    [
      'is shared where it is not known who decides more',
      facts('management', [10, null]),
      { rule: 'sales-active', ranks: { marketing: 1, sales: null } },
    ],
    [
      'is shared where sales was in touch later than the clock says',
      facts(null, [-3, null]),
      { rule: 'sales-active', untouchedDays: 0 },
    ],
  ])('%s', (_, given, expected) => {
    expect(creditFor(given, RULES)).toMatchObject(expected);
  });

  test('gives one third to marketing where it is shared, or what a company wishes', () => {
    const given = facts('quality', [1, 'management']);
    expect(creditFor(given, RULES).marketing).toBeCloseTo(1 / 3);
    expect(creditFor(given, { ...RULES, shared: { marketing: 1, sales: 1 } })).toMatchObject({
      marketing: 0.5,
      sales: 0.5,
    });
  });

  test('is explained in both languages', () => {
    const all = [
      facts('quality', null),
      facts('quality', [120, null]),
      facts('quality', [null, null]),
      facts('management', [1, 'quality']),
      facts('quality', [1, 'management']),
      facts('quality', [1, null]),
    ].map((each) => creditFor(each, RULES));
    expect(all.map((credit) => explainCredit(credit, RULES, 'en'))).toMatchInlineSnapshot(`
      [
        "The CRM does not have them: marketing’s.",
        "Sales was not in touch for 120 days (90 are enough): marketing’s, which has to get in touch by 2026-12-08.",
        "The CRM has them, but sales was never in touch: marketing’s, which has to get in touch by 2026-12-08.",
        "Marketing’s contact decides more than the one sales has: marketing’s.",
        "Marketing’s contact decides less than the one sales has: on to the owner, 33 % for marketing.",
        "Sales is at work (in touch 1 day ago): on to the owner, 33 % for marketing.",
      ]
    `);
    expect(all.map((credit) => explainCredit(credit, RULES, 'zh'))).toMatchInlineSnapshot(`
      [
        "CRM 里没有这家客户：算市场的。",
        "销售已 120 天没有联系（满 90 天）：算市场的，市场须在 2026-12-08 前联系。",
        "CRM 里有，但销售从未联系过：算市场的，市场须在 2026-12-08 前联系。",
        "市场带来的联系人职位高于销售手里的：算市场的。",
        "市场带来的联系人职位低于销售手里的：同步给销售负责人，市场计 33 %。",
        "销售正在跟进（1 天前联系过）：同步给销售负责人，市场计 33 %。",
      ]
    `);
  });

  test('is always shared out whole', () => {
    const role = fc.oneof(fc.constantFrom(null, true, 'management', 'quality'), fc.array(fc.string()));
    const given = fc.record({
      at: fc.integer(),
      role,
      crm: fc.option(fc.record({ lastContactAt: fc.option(fc.integer()), role })),
    });
    fc.assert(
      fc.property(given, (each) => {
        const { marketing, sales, leads } = creditFor(each, RULES);
        expect(marketing + sales).toBe(1);
        expect(marketing === 1).toBe(leads === 'marketing');
      }),
    );
  });
});
