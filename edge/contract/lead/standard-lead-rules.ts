import type { LeadChanges } from './lead-rules.ts';

/** For a company that has no `scoring.yaml`: what holds for most. */
export const STANDARD_SCORING: NonNullable<LeadChanges['scoring']> = {
  version: 0,
  freeMail: [],
  fit: {
    max: 100,
    rules: [
      {
        id: 'business-mail',
        name: { zh: '企业邮箱', en: 'Writes from a company’s address' },
        points: 20,
        when: [{ mail: ['business'] }],
      },
      {
        id: 'throwaway-mail',
        name: { zh: '一次性邮箱', en: 'Writes from an address to throw away' },
        points: -50,
        when: [{ mail: ['throwaway'] }],
      },
    ],
  },
  engagement: {
    max: 100,
    maxPerDay: 40,
    halfLifeDays: 30,
    rules: [
      {
        id: 'registration',
        name: { zh: '登记', en: 'Registered' },
        points: 15,
        maxPerDay: 30,
        when: [{ act: ['registration'] }],
      },
      {
        id: 'download',
        name: { zh: '下载', en: 'Downloaded' },
        points: 10,
        maxPerDay: 20,
        when: [{ act: ['download'] }],
      },
      {
        id: 'reading',
        name: { zh: '认真阅读', en: 'Read a page' },
        points: 2,
        maxPerDay: 10,
        when: [{ act: ['view'], seconds: 30, depth: 50 }],
      },
      {
        id: 'return',
        name: { zh: '隔几天又回来', en: 'Came back days later' },
        points: 5,
        when: [{ act: ['return'], days: 2 }],
      },
    ],
  },
  grades: { hot: { fit: 20, engagement: 40 }, warm: { fit: 0, engagement: 15 } },
  mql: [{ grade: ['hot'] }],
};

/** For a company that has no `routing.yaml`: everything waits in one queue. */
export const STANDARD_ROUTING: NonNullable<LeadChanges['routing']> = {
  version: 0,
  territories: [],
  rules: [],
  order: ['industry', 'expertise', 'language', 'level'],
  levels: [],
  sla: { clock: 'workdays', remindAfter: [12], escalateAfter: 24, passOnAfter: 32, maxPassOns: 2 },
};

export const STANDARD_CREDIT: NonNullable<LeadChanges['credit']> = {
  version: 0,
  untouchedDays: 90,
  contactWithinDays: 14,
  shared: { marketing: 1, sales: 2 },
  roleField: 'role',
  ranks: [],
};
