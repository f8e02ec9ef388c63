import type { Localized } from './locale.ts';

export type NoticeCode = 'link_requested';

export interface Notice {
  readonly title: Localized;
  readonly hint: Localized;
}

/** What the edge tells a visitor when something went well and has no page of its own. */
export const NOTICES: Readonly<Record<NoticeCode, Notice>> = {
  /** The answer to every request for a new link, whatever came of it: it tells nobody who is registered. */
  link_requested: {
    title: { zh: '请查收邮箱', en: 'Check your inbox' },
    hint: {
      zh: '如果这份资料是用您的邮箱登记的，新的下载链接几分钟内就会送达。没有收到时，请看一下垃圾邮件。',
      en: 'If this document was registered with your address, a new link will be there within minutes. If not, look in the spam folder.',
    },
  },
};
