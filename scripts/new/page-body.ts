import type { Locale } from '../../edge/contract/locale.ts';
import type { Kind } from '../../site/schemas/kinds.ts';
import type { NewEntry } from './new-entry.ts';

/** What a page of a kind is made of, with a word on each part, to be written over. */
export function pageBody({ kind, title }: Pick<NewEntry, 'kind' | 'title'>, locale: Locale): string {
  return kind === 'landing' ? landing(title[locale], locale) : `${BODIES[kind][locale]}\n`;
}

const BODIES: Readonly<Record<Exclude<Kind, 'landing'>, Readonly<Record<Locale, string>>>> = {
  whitepapers: {
    zh: `第一段写清这份白皮书回答什么问题，读者读完能做哪个决定。

## 问题出在哪里

用一个带数字的例子，让读者认出自己的产线。

<Cta label="获取全文" />

## 怎么算，怎么选

把方法写明白，让读者不下载也有收获；完整推导和算例留给全文。`,
    en: `The first paragraph says which question the paper answers, and which decision it helps with.

## Where it goes wrong

One example with figures, so that readers recognise their own line.

<Cta label="Get the full paper" />

## How to work it out

Explain the method well enough to be useful by itself. The full working belongs into the paper.`,
  },
  cases: {
    zh: `第一段写客户是谁、产线做什么、当时缺什么。

## 换之前

他们原来怎么做，代价是多少。

## 换之后

装了什么，改了什么，数字怎么变。

<Quote who="客户姓名或职务">

客户认可的一句原话。

</Quote>`,
    en: `The first paragraph says who they are, what the line makes and what was missing.

## Before

How they did it, and what that cost.

## After

What was installed, what was changed, and what became of the figures.

<Quote who="Name or position">

A sentence the customer has approved.

</Quote>`,
  },
  products: {
    zh: `第一段写它装在哪里、量什么、凭什么可信。

## 怎么选型

从读者手里的数字出发，一步步推到型号。

## 测不了什么

写明边界，省去双方的时间。`,
    en: `The first paragraph says where it stands, what it measures and why the numbers can be trusted.

## Which one to choose

Start from figures the reader has, and arrive at a model.

## What it can’t do

Name the limits. It saves time on both sides.`,
  },
  articles: {
    zh: `第一段直接回答标题里的问题。

## 为什么是这样

一个例子，几个数字。

## 接下来怎么做

读者今天就能动手的一步。`,
    en: `Answer the question of the title in the first paragraph.

## Why it is so

One example, a few figures.

## What to do next

One step that readers can take today.`,
  },
};

/** What a Hero has room for. */
const MAX_PROMISE = 120;

function landing(title: string, locale: Locale): string {
  const words = LANDING[locale];
  return `<Hero
  title={${JSON.stringify([...title].slice(0, MAX_PROMISE).join(''))}}
  lead="${words.lead}"
  cta="${words.cta}"
/>

<Faq
  title="${words.faq}"
  items={[{ question: '${words.question}', answer: '${words.answer}' }]}
/>

<Form title="${words.cta}" lead="${words.form}" />
`;
}

const LANDING = {
  zh: {
    lead: '两三句话：来的人能得到什么，要花多少时间。',
    cta: '立即登记',
    faq: '大家常问',
    question: '读者最先想到的疑问？',
    answer: '用一两句话直接回答。',
    form: '一分钟填完。',
  },
  en: {
    lead: 'Two or three sentences: what people get, and how long it takes.',
    cta: 'Register',
    faq: 'Asked before',
    question: 'What do readers doubt first?',
    answer: 'Answer it in a sentence or two.',
    form: 'It takes a minute.',
  },
} as const;
