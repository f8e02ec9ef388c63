import type { MailTexts } from '../loader/content.ts';

/** The confirmation that visitors get where a company has not written one of its own. */
export const CONFIRMATION_MAIL: MailTexts['confirmation'] = {
  subject: { zh: '已收到：{{entryTitle}}', en: 'We have it: {{entryTitle}}' },
  greeting: { zh: '{{name}}，您好：', en: 'Hello {{name}},' },
  body: {
    zh: '您在“{{entryTitle}}”页面提交的信息已经收到。\n\n{{thanks}}',
    en: 'What you sent us on “{{entryTitle}}” has arrived.\n\n{{thanks}}',
  },
  closing: {
    zh: '需要补充或更改，直接回复这封邮件即可。\n\n如果不是您本人提交，请忽略本邮件。',
    en: 'To add or change something, just reply.\n\nIf you did not send it, please ignore this mail.',
  },
};
