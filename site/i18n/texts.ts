import type { Locale, Localized } from '../../edge/contract/locale.ts';

const TEXTS = {
  skip: { zh: '跳到正文', en: 'Skip to content' },
  mainNavigation: { zh: '主导航', en: 'Main' },
  footNavigation: { zh: '页脚导航', en: 'Footer' },
  breadcrumb: { zh: '当前位置', en: 'You are here' },
  home: { zh: '首页', en: 'Home' },
  /** Said in the language it leads to. */
  switchTo: { zh: '中文', en: 'English' },
  whitepapers: { zh: '白皮书', en: 'White papers' },
  allWhitepapers: { zh: '全部白皮书', en: 'All white papers' },
  whitepapersLead: {
    zh: '写给要为测量结果签字的人：公式、算例、边界条件，都能在自己的产线上核对。',
    en: 'For people who sign for a measurement: formulas, worked examples and limits you can check on your own line.',
  },
  cases: { zh: '客户案例', en: 'Cases' },
  casesLead: {
    zh: '哪条产线，什么问题，改了什么，结果如何：数字都由客户核过。',
    en: 'Which line, which problem, what changed and what came of it: figures the customers have checked.',
  },
  products: { zh: '产品', en: 'Products' },
  productsLead: {
    zh: '先看参数表，再谈价格：量程、精度、接口，每一项都写明条件。',
    en: 'Read the tables before you ask for a price: range, accuracy and interfaces, each with its conditions.',
  },
  allProducts: { zh: '全部产品', en: 'All products' },
  productUses: { zh: '用在哪里', en: 'What it is used for' },
  productDelivery: { zh: '随机交付', en: 'What comes with it' },
  productContact: { zh: '问懂它的人', en: 'Ask the people who know it' },
  productCases: { zh: '谁在用', en: 'Where it works' },
  specTitle: { zh: '技术参数', en: 'Specifications' },
  specCaption: { zh: '{name} 各型号的技术参数', en: 'Specifications of all {name} models' },
  specVariant: { zh: '型号', en: 'Model' },
  specProduct: { zh: '产品', en: 'Product' },
  specOrdering: { zh: '订货', en: 'Ordering' },
  specOrderCode: { zh: '订货号', en: 'Order code' },
  specDiffers: { zh: '（有差别）', en: '(differs)' },
  compareTitle: { zh: '产品对比', en: 'Compare products' },
  compareLead: {
    zh: '同一项参数排在同一行，有差别的标出来；最多同时看四款。',
    en: 'The same figure in the same row, differences marked, up to four products at once.',
  },
  compareFamilies: { zh: '产品系列', en: 'Product families' },
  compareFamily: { zh: '{name}：并排对比', en: '{name}, side by side' },
  compareResult: { zh: '并排看', en: 'Side by side' },
  compareOnly: { zh: '只看有差别的', en: 'Differences only' },
  comparePick: { zh: '对比 {name}', en: 'Compare {name}' },
  compareWith: { zh: '放在一起看', en: 'Put side by side' },
  compareSubmit: { zh: '并排对比', en: 'Compare' },
  compareHint: { zh: '勾选产品，最多四款', en: 'Tick up to four products' },
  compareCount: { zh: '已选 {n} 款，最多四款', en: '{n} chosen, four at most' },
  compareLimit: {
    zh: '一次最多对比四款，请先取消一款。',
    en: 'Four at a time, no more. Untick one first.',
  },
  dataPackTitle: { zh: '获取 {name} 数据包', en: 'Get the {name} data pack' },
  dataPackLead: {
    zh: '参数表、外形尺寸、接线与订货信息（{format}）。提交后立即下载，链接同时发到您的邮箱。',
    en: 'Tables, dimensions, wiring and order codes ({format}). Download it at once; we also send the link to your mailbox.',
  },
  articles: { zh: '文章', en: 'Articles' },
  articlesLead: {
    zh: '产线上天天遇到的测量问题，一篇讲清一个。',
    en: 'Everyday questions of measuring on a line, one at a time.',
  },
  read: { zh: '阅读', en: 'Read' },
  byIndustry: { zh: '按行业', en: 'By industry' },
  people: { zh: '谁来回答您的问题', en: 'Who answers your questions' },
  peopleLead: {
    zh: '每个地区都有一位懂产线的工程师，直接写信给他们。',
    en: 'In every region someone who knows the shop floor. Write to them directly.',
  },
  learn: { zh: '读完您会知道', en: 'What you will learn' },
  factPages: { zh: '篇幅', en: 'Length' },
  factPublished: { zh: '发布', en: 'Published' },
  factRoles: { zh: '适合', en: 'For' },
  factIndustries: { zh: '行业', en: 'Industry' },
  factFormat: { zh: '格式', en: 'Format' },
  pages: { zh: '{count} 页', en: '{count} pages' },
  onePage: { zh: '1 页', en: '1 page' },
  writtenBy: { zh: '作者', en: 'Written by' },
  contents: { zh: '本页内容', en: 'On this page' },
  gateTitle: { zh: '获取全文', en: 'Get the full paper' },
  gateLead: {
    zh: '提交后立即下载，链接同时发到您的邮箱。',
    en: 'Download it at once. We also send the link to your mailbox.',
  },
  ctaTitle: { zh: '全文里还有完整推导与算例', en: 'The full paper has every step of the working' },
  eventWhen: { zh: '时间', en: 'When' },
  eventWhere: { zh: '地点', en: 'Where' },
  eventOnline: { zh: '线上直播', en: 'Online' },
  formOpen: { zh: '填写登记', en: 'Register' },
  formClose: { zh: '关闭', en: 'Close' },
  yourContact: { zh: '您的联系人', en: 'Your contact' },
  legalNavigation: { zh: '法律信息', en: 'Legal' },
  related: { zh: '接着读', en: 'Read next' },
  contact: { zh: '联系我们', en: 'Contact' },
  writeUs: { zh: '写信给我们', en: 'Write to us' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  imprint: { zh: '网站信息', en: 'Imprint' },
  thanksTitle: { zh: '谢谢，文件已备好', en: 'Thank you. It is ready.' },
  download: { zh: '立即下载', en: 'Download now' },
  mailed: { zh: '下载链接也已发往', en: 'We have also sent the link to' },
  mailedLater: {
    zh: '下载链接也会发到您登记的邮箱。',
    en: 'The link is also on its way to your mailbox.',
  },
  spamHint: {
    zh: '几分钟内没有收到，请看一下垃圾邮件箱。',
    en: 'Not there in a few minutes? Please look in the spam folder.',
  },
  validUntil: { zh: '链接有效期至', en: 'The link works until' },
  wechat: {
    zh: '在微信里没有开始下载？点右上角的“···”，选择“在浏览器打开”。',
    en: 'In WeChat and nothing happens? Tap ··· at the top right and choose “Open in browser”.',
  },
  backToPage: { zh: '回到原来的页面', en: 'Back to the page' },
  back: { zh: '返回', en: 'Go back' },
  heldTitle: { zh: '我们正在核对您的登记', en: 'We are checking your registration' },
  heldHint: {
    zh: '这份登记需要人工看一眼，核对后我们会把《{{entryTitle}}》的下载链接发到您的邮箱。着急的话，请写信到',
    en: 'Someone has to look at this one. As soon as that is done, we send the link to “{{entryTitle}}” to your mailbox. If it is urgent, write to',
  },
  resend: { zh: '把新链接发到我的邮箱', en: 'Send a new link to my mailbox' },
  requestId: { zh: '请求编号', en: 'Request id' },
  notFoundTitle: { zh: '这个地址上什么也没有', en: 'Nothing at this address' },
  notFoundHint: {
    zh: '链接可能写错了，或者页面已经移走。',
    en: 'The link may be mistyped, or the page has moved.',
  },
  markDraft: { zh: '草稿', en: 'Draft' },
  markScheduled: { zh: '定时发布', en: 'Scheduled' },
  stateDraft: {
    zh: '草稿：只有本机预览可见，构建时不会发布。',
    en: 'A draft: you see it here, the build leaves it out.',
  },
  stateScheduled: {
    zh: '定时发布：{day}起上线，此前访客看不到。',
    en: 'Scheduled: visitors will see it from {day}.',
  },
  emptyList: { zh: '目前没有内容，敬请期待。', en: 'There is nothing here at the moment.' },
  expiredNotice: {
    zh: '这份内容已于{day}到期，不再提供。此前收到的下载链接仍然有效。',
    en: 'This was on offer until {day} and no longer is. Download links sent out before go on working.',
  },
  expiredSuccessor: { zh: '最新内容在这里：', en: 'What took its place:' },
  search: { zh: '搜索', en: 'Search' },
  searchLead: {
    zh: '在全部产品、白皮书、案例和文章里查找。',
    en: 'Look through all products, white papers, cases and articles.',
  },
  searchLabel: { zh: '要找什么？', en: 'What are you looking for?' },
  searchHint: { zh: '型号、问题或行业', en: 'A model, a question, an industry' },
  searchKinds: { zh: '只看一类', en: 'One kind only' },
  searchAll: { zh: '全部', en: 'All' },
  searchMore: { zh: '显示更多', en: 'Show more' },
  /** Said by a script, which fills in the number and the words. */
  searchCount: { zh: '“{q}”：找到 {n} 篇', en: 'Found for “{q}”: {n}' },
  searchSome: {
    zh: '没有一篇同时讲到“{q}”，下面 {n} 篇讲到了其中一部分。',
    en: 'Nothing has all of “{q}”. These have a part of it: {n}',
  },
  searchNone: {
    zh: '没有找到“{q}”。换个说法，或者从下面挑一篇。',
    en: 'Nothing found for “{q}”. Try other words, or pick from the list below.',
  },
  searchFailed: {
    zh: '搜索暂时用不了，请检查网络后重试。下面是全部内容。',
    en: 'Search does not work right now. Check the connection and try again, or pick from the list below.',
  },
  searchNoScript: {
    zh: '搜索要用到 JavaScript。没有它，可以用浏览器的“在页面中查找”，在下面的目录里找。',
    en: 'Search needs JavaScript. Without it, look through this list with your browser’s “Find in page”.',
  },
  toHome: { zh: '去首页', en: 'Go to the home page' },
  chooserTitle: { zh: '选择语言', en: 'Choose a language' },
} as const satisfies Record<string, Localized>;

export type TextKey = keyof typeof TEXTS;

/** The words of the site itself in one language; everything else visitors read is in `content/`. */
export function createTexts(
  locale: Locale,
): (key: TextKey, values?: Record<string, string | number>) => string {
  return (key, values = {}) =>
    TEXTS[key][locale].replace(/\{(\w+)\}(?!\})/g, (whole, name: string) => String(values[name] ?? whole));
}
