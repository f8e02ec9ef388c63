import type { Localized } from '../../edge/contract/locale.ts';

/** The fixed words of a printed paper. */
export const WORDS = {
  kind: { zh: '白皮书', en: 'White paper' },
  contents: { zh: '目录', en: 'Contents' },
  figure: { zh: '图', en: 'Figure' },
  author: { zh: '作者', en: 'Written by' },
  owner: { zh: '与我们联系', en: 'Talk to' },
  closing: { zh: '拿您的数字来，一起算一遍', en: 'Bring your numbers. We will do the sums together.' },
  closingText: {
    zh: '把文中的假设换成您产线上的实测值，结论可能完全不同。发来几个数，或者几件样品，应用工程师会把表格重填一遍，连同“测不了什么”一起告诉您。',
    en: 'Replace our assumptions by what you measure on your line and the answer may be a different one. Send a few figures or a few samples: an application engineer fills in the tables again, and tells you what cannot be measured, too.',
  },
  rights: {
    zh: '欢迎注明出处引用。文中算例基于所列假设，用于说明方法，不构成性能保证。',
    en: 'Quote freely with the source. Worked examples rest on the assumptions stated; they explain a method and warrant no performance.',
  },
} as const satisfies Record<string, Localized>;
