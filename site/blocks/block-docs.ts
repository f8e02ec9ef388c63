import type { Localized } from '../../edge/contract/locale.ts';

interface BlockDoc {
  readonly about: Localized;
  /** By path, without the places in lists: `items.title`. */
  readonly props: Readonly<Record<string, Localized>>;
}

const HEADING = {
  title: { zh: '模块标题', en: 'The heading above it' },
  lead: { zh: '标题旁的引言', en: 'A sentence or two beside the heading' },
} as const;

const ALT = { zh: '图片内容的文字说明', en: 'What the picture shows, for people who can’t see it' } as const;

/** What the gallery says about each block. */
export const BLOCK_DOCS: Readonly<Record<string, BlockDoc>> = {
  Callout: {
    about: { zh: '单独强调的一段话', en: 'A remark set apart' },
    props: { title: { zh: '上方的一行字', en: 'The line above the text' } },
  },
  Cta: {
    about: { zh: '行动按钮，通往表单或别的页面', en: 'A call to action: to the form or to another page' },
    props: {
      label: { zh: '按钮文字', en: 'The words on it' },
      to: { zh: '通往哪里；不写就是本页表单', en: 'Where it leads; left out: the page’s form' },
      variant: { zh: 'line（横线）或 button（实色按钮）', en: '"line" across the text or a filled "button"' },
    },
  },
  Figures: {
    about: { zh: '并排的大数字', en: 'Large figures side by side' },
    props: {
      items: { zh: '一到六个数字', en: 'One to six figures' },
      'items.value': { zh: '数字和单位', en: 'The figure with its unit' },
      'items.label': { zh: '说明', en: 'What it says' },
    },
  },
  Quote: {
    about: { zh: '引用某人的话', en: 'Somebody’s words' },
    props: {
      who: { zh: '谁说的', en: 'Who said it' },
      role: { zh: '职位和公司', en: 'Position and company' },
    },
  },
  Hero: {
    about: {
      zh: '落地页开场：承诺、图片、通往表单的按钮',
      en: 'The head of a landing page: promise, picture, way to the form',
    },
    props: {
      eyebrow: { zh: '标题上方的小字', en: 'A few words above the title' },
      title: { zh: '主标题', en: 'The promise, in the largest words' },
      lead: { zh: '标题下的两三句话', en: 'Two or three sentences below it' },
      cta: { zh: '按钮文字', en: 'The words on the button' },
      note: { zh: '按钮下打消疑虑的一行', en: 'A line below the button that takes away a doubt' },
      picture: { zh: '页面旁边的图片', en: 'A picture beside the page' },
      alt: ALT,
    },
  },
  Proof: {
    about: { zh: '凭什么可信：数字、客户的话、客户名称', en: 'Why to believe it: figures, quotes, logos' },
    props: {
      ...HEADING,
      figures: { zh: '最多四个数字', en: 'Up to four figures' },
      'figures.value': { zh: '数字和单位', en: 'The figure with its unit' },
      'figures.label': { zh: '说明', en: 'What it says' },
      quotes: { zh: '最多三段话', en: 'Up to three quotes' },
      'quotes.text': { zh: '原话，不写引号', en: 'The words, without quotation marks' },
      'quotes.who': { zh: '谁说的', en: 'Who said them' },
      'quotes.role': { zh: '职位和公司', en: 'Position and company' },
      logos: { zh: '最多八个客户', en: 'Up to eight customers' },
      'logos.name': { zh: '名称；没有图片时显示', en: 'The name; shown where there is no picture' },
      'logos.picture': { zh: '标志图片', en: 'The logo' },
    },
  },
  ProblemSolution: {
    about: { zh: '问题与办法，逐条对照', en: 'Problems and, facing each, its answer' },
    props: {
      ...HEADING,
      problem: { zh: '左栏标题', en: 'What stands over the problems' },
      solution: { zh: '右栏标题', en: 'What stands over the answers' },
      items: { zh: '一到六对', en: 'One to six pairs' },
      'items.problem': { zh: '问题，用读者的话说', en: 'What goes wrong, in the reader’s words' },
      'items.solution': { zh: '办法', en: 'What happens instead' },
    },
  },
  FeatureGrid: {
    about: { zh: '并排的几个要点', en: 'What one gets, side by side' },
    props: {
      ...HEADING,
      items: { zh: '三、四或六个最整齐', en: 'Three, four or six stand best' },
      'items.title': { zh: '要点', en: 'What one gets' },
      'items.text': { zh: '两三句说明', en: 'Two or three sentences about it' },
      'items.picture': { zh: '配图', en: 'A picture' },
      'items.alt': ALT,
    },
  },
  Agenda: {
    about: { zh: '活动流程', en: 'The course of an event' },
    props: {
      ...HEADING,
      items: { zh: '按顺序', en: 'In order' },
      'items.time': { zh: '开始时间', en: 'When it begins' },
      'items.title': { zh: '内容', en: 'What it is' },
      'items.text': { zh: '一两句说明', en: 'A sentence or two about it' },
      'items.people': { zh: '谁来讲：people/ 里的文件名', en: 'Who speaks: files in people/' },
    },
  },
  Speakers: {
    about: { zh: '主讲人', en: 'Who speaks' },
    props: {
      ...HEADING,
      items: { zh: '按顺序', en: 'In order' },
      'items.person': { zh: '同事：people/ 里的文件名', en: 'A colleague: a file in people/' },
      'items.name': { zh: '嘉宾姓名（代替 person）', en: 'A guest’s name, instead of person' },
      'items.role': { zh: '嘉宾的职位和公司', en: 'A guest’s position and company' },
      'items.picture': { zh: '嘉宾照片', en: 'A guest’s portrait' },
      'items.topic': { zh: '讲什么', en: 'What this person speaks about' },
    },
  },
  Faq: {
    about: { zh: '点开看答案的问题', en: 'Questions that open to their answers' },
    props: {
      ...HEADING,
      items: { zh: '按顺序', en: 'In order' },
      'items.question': { zh: '问题，用客户的问法', en: 'As a customer would ask it' },
      'items.answer': {
        zh: '答案；可用 **加粗**、[文字](网址)、空行分段',
        en: 'The answer; **bold**, [words](address) and empty lines work',
      },
    },
  },
  ComparisonTable: {
    about: { zh: '两到四种做法并排比较', en: 'Two to four ways side by side' },
    props: {
      ...HEADING,
      columns: { zh: '列名', en: 'What is compared' },
      highlight: { zh: '突出第几列，从 1 数起', en: 'The column to stress, counted from 1' },
      rows: { zh: '一行一个比较项', en: 'What it is compared by' },
      'rows.label': { zh: '比较项', en: 'What the row is about' },
      'rows.values': { zh: '每列一个值：文字、true 或 false', en: 'A value per column: text, true or false' },
      note: { zh: '表下的条件或来源', en: 'Conditions or sources below the table' },
    },
  },
  Gallery: {
    about: { zh: '一组图片', en: 'Pictures side by side' },
    props: {
      ...HEADING,
      items: { zh: '二到十二张', en: 'Two to twelve' },
      'items.picture': { zh: '页面旁边的图片', en: 'A picture beside the page' },
      'items.alt': ALT,
      'items.caption': { zh: '图注', en: 'A line below it' },
    },
  },
  Video: {
    about: {
      zh: '点了才加载的视频，此前不向任何第三方发请求',
      en: 'A film that loads when it is clicked; nobody else is asked before',
    },
    props: {
      title: { zh: '视频讲什么', en: 'What it is about' },
      poster: { zh: '播放前的画面', en: 'The picture before it plays' },
      file: { zh: '页面旁边的 mp4 或 webm', en: 'An mp4 or webm beside the page' },
      provider: { zh: '或者：视频所在的平台', en: 'Or: where the film is' },
      id: { zh: '视频在平台上的编号', en: 'Its id there' },
      length: { zh: '时长，如 2:30', en: 'How long it takes, e.g. 2:30' },
      caption: { zh: '下方的一行字', en: 'A line below it' },
    },
  },
  Form: {
    about: { zh: '本页唯一的表单放在哪里', en: 'Where the page’s one form stands' },
    props: {
      place: {
        zh: 'inline（就在这里）、dialog（按钮弹出）、sticky（手机底部）',
        en: '"inline" here, a "dialog" behind a button, or "sticky" at a phone’s foot',
      },
      title: { zh: 'inline：表单旁的标题', en: 'inline: the heading beside the form' },
      lead: { zh: 'inline：标题下的一句话', en: 'inline: a sentence below it' },
      label: { zh: 'dialog、sticky：按钮文字', en: 'dialog, sticky: the words on the button' },
    },
  },
  Countdown: {
    about: { zh: '距离某一时刻还有多久', en: 'How long until a moment' },
    props: {
      to: { zh: '时刻和时差，如 2026-12-10T14:00+08:00', en: 'The moment with its distance from UTC' },
      label: { zh: '那时会怎样', en: 'What happens then' },
      over: { zh: '过后显示的话', en: 'What is said afterwards' },
    },
  },
  ContactCard: {
    about: { zh: '一位联系人', en: 'Somebody to write to or to call' },
    props: {
      person: { zh: 'people/ 里的文件名', en: 'A file in people/' },
      title: { zh: '卡片旁的标题', en: 'The heading beside the card' },
      text: { zh: '为什么找这个人', en: 'Why one should write to this person' },
    },
  },
};
