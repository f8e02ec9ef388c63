import type { Locale, Localized } from '../../edge/contract/locale.ts';

const TEXTS = {
  intro: { zh: '新建一个条目（草稿，中英文各一页）', en: 'A new entry: a draft, one page per language' },
  kind: { zh: '做什么？', en: 'What will it be?' },
  whitepapers: { zh: '白皮书（登记后下载）', en: 'White paper (download behind a form)' },
  cases: { zh: '客户案例', en: 'Case' },
  products: { zh: '产品（含参数表）', en: 'Product (with a specification table)' },
  landing: { zh: '落地页（一次推广，一个目标）', en: 'Landing page (one campaign, one goal)' },
  articles: { zh: '文章（公开全文）', en: 'Article (all of it public)' },
  titleZh: { zh: '中文标题', en: 'Title in Chinese' },
  titleEn: { zh: '英文标题', en: 'Title in English' },
  slug: { zh: '网址里的名字（也是文件夹名）', en: 'Its name in the address, and of its folder' },
  industries: { zh: '面向哪些行业？', en: 'For which industries?' },
  roles: { zh: '写给谁看？', en: 'For whom?' },
  stage: { zh: '读者处在哪个阶段？', en: 'How far is the reader?' },
  awareness: { zh: '了解方法', en: 'Learning' },
  consideration: { zh: '比较方案', en: 'Comparing' },
  decision: { zh: '选型决策', en: 'Choosing' },
  family: { zh: '属于哪个产品系列？', en: 'Which family of products?' },
  isGated: {
    zh: '要不要放一张表单（下载前填写，或用来咨询、报名）？',
    en: 'Should it have a form: before a download, or to ask for something?',
  },
  form: { zh: '用哪张表单？', en: 'Which form?' },
  file: {
    zh: '受控文件的路径（会复制一份；还没有就留空）',
    en: 'Path of the gated file (it is copied; leave it empty if there is none yet)',
  },
  anyFile: {
    zh: '受控文件的路径（会复制一份；没有文件就留空，登记后发确认邮件）',
    en: 'Path of the gated file (it is copied; leave it empty for none: visitors get a confirmation)',
  },
  required: { zh: '这里不能空着。', en: 'This can’t be empty.' },
  badSlug: { zh: '只用小写字母、数字和连字符。', en: 'Small letters, digits and single hyphens.' },
  taken: { zh: '这个文件夹已经有了，换一个名字。', en: 'There is such a folder. Take another name.' },
  noFile: { zh: '没有这个文件。', en: 'There is no such file.' },
  cancelled: { zh: '已取消，什么也没写。', en: 'Cancelled. Nothing was written.' },
  made: { zh: '已建好，检查通过：', en: 'Made, and checked:' },
  placeholder: { zh: '（占位，待换）', en: ' (stands in for yours)' },
  next: { zh: '接下来', en: 'What is next' },
  nextPages: { zh: '改写两页的头部和正文：', en: 'Write over the head and the text of both pages: ' },
  nextReplace: { zh: '换成您自己的：', en: 'Replace with your own: ' },
  nextLook: { zh: '边写边看：npm run dev，打开 ', en: 'Look while you write: npm run dev, and open ' },
  nextPublish: {
    zh: '写好后删掉两页里的 draft: true，再运行 npm run check:content',
    en: 'When it is ready, delete draft: true in both pages and run npm run check:content',
  },
} as const satisfies Record<string, Localized>;

export type NewTexts = (key: keyof typeof TEXTS) => string;

/** What `npm run new` says, in one language. */
export function createNewTexts(locale: Locale): NewTexts {
  return (key) => TEXTS[key][locale];
}
