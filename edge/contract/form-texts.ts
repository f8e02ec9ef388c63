import type { Localized } from './locale.ts';

type FormText =
  | 'requiredNote'
  | 'requiredMark'
  | 'choose'
  | 'newTab'
  | 'trap'
  | 'busy'
  | 'resend'
  | 'fixOne'
  | 'fixMany'
  | 'unsent'
  | 'wait'
  | 'knownOneClick'
  | 'knownFew'
  | 'notYou';

/**
 * What the form says besides its fields. Drawn into the markup (as text or as `data-` attributes), so that the
 * browser's script carries no text of its own.
 */
export const FORM_TEXTS: Readonly<Record<FormText, Localized>> = {
  requiredNote: { zh: '带 * 的为必填项', en: 'Fields marked * are required' },
  requiredMark: { zh: '（必填）', en: ' (required)' },
  choose: { zh: '请选择', en: 'Please choose' },
  newTab: { zh: '（在新标签页中打开）', en: ' (opens in a new tab)' },
  trap: { zh: '此栏请留空', en: 'Leave this field empty' },
  busy: { zh: '正在提交…', en: 'Sending…' },
  resend: { zh: '再次提交', en: 'Send again' },
  /** `{count}` is filled in. */
  fixOne: { zh: '还有 1 处需要修改', en: 'One detail needs your attention' },
  fixMany: { zh: '还有 {count} 处需要修改', en: '{count} details need your attention' },
  /** Offline, or no answer in time. */
  unsent: {
    zh: '网络似乎断开了，资料还没有提交。您填写的内容都在，网络恢复后会自动再试，也可以点击“再次提交”。',
    en: 'Not sent yet: the network seems to be down. Everything you entered is kept. We try again as soon as you are back online, or use “Send again”.',
  },
  /** The service asked to wait; `{seconds}` is filled in. */
  wait: {
    zh: '现在提交的人较多，资料还没有提交。您填写的内容都在，{seconds} 秒后自动再试。',
    en: 'Not sent yet: the service is busy. Everything you entered is kept. We try again in {seconds} s.',
  },
  /** To a visitor of whom nothing more is needed. */
  knownOneClick: {
    zh: '您在这里登记过，信息不用再填，点一下就好。',
    en: 'You have registered here before: one click is enough.',
  },
  knownFew: {
    zh: '您在这里登记过，只需补充下面几项。',
    en: 'You have registered here before: only this is still needed.',
  },
  notYou: { zh: '不是您本人？', en: 'Not you?' },
};
