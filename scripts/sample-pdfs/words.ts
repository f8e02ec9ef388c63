import type { Localized } from '../../edge/contract/locale.ts';
import type { PaperKind } from './paper.ts';

/** The fixed words of a printed document. */
export const WORDS = {
  kind: {
    whitepapers: { zh: '白皮书', en: 'White paper' },
    products: { zh: '数据包', en: 'Data pack' },
  },
  contents: { zh: '目录', en: 'Contents' },
  figure: { zh: '图', en: 'Figure' },
  author: {
    whitepapers: { zh: '作者', en: 'Written by' },
    products: { zh: '技术问题', en: 'Technical questions' },
  },
  owner: { zh: '与我们联系', en: 'Talk to' },
  closing: {
    whitepapers: { zh: '拿您的数字来，一起算一遍', en: 'Bring your numbers. We will do the sums together.' },
    products: { zh: '样品寄来，先测再谈', en: 'Send samples. We measure first.' },
  },
  closingText: {
    whitepapers: {
      zh: '把文中的假设换成您产线上的实测值，结论可能完全不同。发来几个数，或者几件样品，应用工程师会把表格重填一遍，连同“测不了什么”一起告诉您。',
      en: 'Replace our assumptions by what you measure on your line and the answer may be a different one. Send a few figures or a few samples: an application engineer fills in the tables again, and tells you what cannot be measured, too.',
    },
    products: {
      zh: '寄几件良品，再寄几件让您头疼的。两周内给您一份测试报告：这台设备在您的料上能做到什么、做不到什么，分别写明；报价随报告一起。',
      en: 'A few good parts and the ones that give you trouble: within two weeks you get a report that says what this device does on your material and what it does not, and the offer with it.',
    },
  },
  rights: {
    whitepapers: {
      zh: '欢迎注明出处引用。文中算例基于所列假设，用于说明方法，不构成性能保证。',
      en: 'Quote freely with the source. Worked examples rest on the assumptions stated; they explain a method and warrant no performance.',
    },
    products: {
      zh: '参数在所列条件下成立；技术改进可能带来变更，以订货时的版本为准。',
      en: 'Figures hold under the conditions stated. Improvements may change them; the issue at the time of ordering counts.',
    },
  },
  specs: { zh: '技术参数', en: 'Specifications' },
  drawings: { zh: '外形与接线', en: 'Dimensions and wiring' },
  outline: {
    zh: '外形尺寸，单位 mm；左为正面，右为侧面。',
    en: 'Dimensions in mm: front on the left, side on the right.',
  },
  wiring: {
    zh: '接口一览：左侧进，右侧出。',
    en: 'Connections: what goes in on the left, what comes out on the right.',
  },
  ordering: { zh: '订货', en: 'Ordering' },
  model: { zh: '型号', en: 'Model' },
  what: { zh: '说明', en: 'What it is' },
  orderCode: { zh: '订货号', en: 'Order code' },
  delivery: { zh: '随机交付', en: 'What comes with it' },
} as const satisfies Record<string, Localized | Record<PaperKind, Localized>>;
