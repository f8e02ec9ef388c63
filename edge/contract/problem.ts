import type { Locale, Localized } from './locale.ts';

export interface ProblemData {
  readonly status: number;
  /** One line, what happened. */
  readonly title: Localized;
  /** What the reader can do about it. */
  readonly hint: Localized;
}

/** Permanent once released. */
export type ProblemCode =
  | 'invalid_request'
  | 'unknown_visitor'
  | 'cross_site'
  | 'not_found'
  | 'method_not_allowed'
  | 'timeout'
  | 'idempotency_mismatch'
  | 'entry_closed'
  | 'link_expired'
  | 'link_invalid'
  | 'link_held'
  | 'file_missing'
  | 'body_too_large'
  | 'unsupported_type'
  | 'body_too_complex'
  | 'headers_too_large'
  | 'invalid_answers'
  | 'storage_full'
  | 'unavailable'
  | 'internal';

/**
 * Every error a visitor or client can get. The key is its `code`.
 */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemData>> = {
  invalid_request: {
    status: 400,
    title: { zh: '请求格式不正确', en: 'The request could not be read' },
    hint: { zh: '请刷新页面后重新提交。', en: 'Reload the page and send the form again.' },
  },
  unknown_visitor: {
    status: 401,
    title: { zh: '没有认出您', en: 'We do not recognise you any more' },
    hint: {
      zh: '之前登记的信息用不上了，请重新填写表单。',
      en: 'What you told us before cannot be used. Please fill in the form once more.',
    },
  },
  cross_site: {
    status: 403,
    title: { zh: '提交来自其他网站', en: 'The form was sent from another website' },
    hint: { zh: '请在本站页面上重新提交。', en: 'Open the form on this website and send it from there.' },
  },
  not_found: {
    status: 404,
    title: { zh: '没有找到该页面', en: 'There is nothing at this address' },
    hint: { zh: '请检查链接，或从首页开始浏览。', en: 'Check the link, or start from the home page.' },
  },
  method_not_allowed: {
    status: 405,
    title: { zh: '不支持这种访问方式', en: 'This address does not take that method' },
    hint: { zh: '请从网站页面上操作。', en: 'Use the pages of this website.' },
  },
  timeout: {
    status: 408,
    title: { zh: '网络太慢，提交超时', en: 'The form took too long to arrive' },
    hint: { zh: '您填写的内容仍在，请再次提交。', en: 'What you entered is kept; send it again.' },
  },
  idempotency_mismatch: {
    status: 409,
    title: {
      zh: '同一次提交的内容前后不一致',
      en: 'This submission was already received with other contents',
    },
    hint: {
      zh: '第一次提交已经收到。如需更改，请刷新页面后重新填写。',
      en: 'The first one is stored. To send other details, reload the page and fill in the form again.',
    },
  },
  entry_closed: {
    status: 410,
    title: { zh: '这份内容已停止登记', en: 'Registration for this has closed' },
    hint: {
      zh: '它的有效期已过，您填写的内容没有保存。返回页面，看看可以接着读什么。',
      en: 'It has run its time, and nothing you entered was stored. Its page says where to go on.',
    },
  },
  link_expired: {
    status: 410,
    title: { zh: '下载链接已过期', en: 'This download link has expired' },
    hint: {
      zh: '我们可以把新的链接发到您登记的邮箱。',
      en: 'We can send a new link to the address you registered.',
    },
  },
  link_invalid: {
    status: 403,
    title: { zh: '下载链接无效', en: 'This download link is not valid' },
    hint: {
      zh: '请使用邮件中的完整链接，或重新登记获取。',
      en: 'Use the whole link from the e-mail, or register again to get a new one.',
    },
  },
  link_held: {
    status: 403,
    title: { zh: '登记信息正在确认', en: 'Your registration is being checked' },
    hint: {
      zh: '确认后即可使用同一链接下载。如需尽快获取，请与我们联系。',
      en: 'The same link will work once that is done. If you need the file sooner, write to us.',
    },
  },
  file_missing: {
    status: 404,
    title: { zh: '这份资料已不在原处', en: 'This document is no longer here' },
    hint: {
      zh: '它可能已经更新，请到资料页面获取最新版本。',
      en: 'It may have been replaced. Its page has the current edition.',
    },
  },
  body_too_large: {
    status: 413,
    title: { zh: '提交的内容过长', en: 'The form is too large' },
    hint: { zh: '请缩短填写的内容后再提交。', en: 'Shorten your text and send it again.' },
  },
  unsupported_type: {
    status: 415,
    title: { zh: '不支持的内容格式', en: 'This content type is not supported' },
    hint: {
      zh: '请使用 application/json 或 application/x-www-form-urlencoded。',
      en: 'Send application/json or application/x-www-form-urlencoded.',
    },
  },
  body_too_complex: {
    status: 422,
    title: { zh: '提交的内容无法处理', en: 'The submission holds more than a form can' },
    hint: { zh: '请刷新页面后重新提交。', en: 'Reload the page and send the form again.' },
  },
  invalid_answers: {
    status: 422,
    title: { zh: '有些内容需要修改', en: 'Some details need your attention' },
    hint: { zh: '请修改标出的内容后再提交。', en: 'Correct the marked fields and send the form again.' },
  },
  headers_too_large: {
    status: 431,
    title: { zh: '请求头过大', en: 'The request headers are too large' },
    hint: {
      zh: '请清除本站的 Cookie，或使用较短的链接。',
      en: 'Clear the cookies of this website, or use a shorter link.',
    },
  },
  storage_full: {
    status: 503,
    title: { zh: '暂时无法保存', en: 'We cannot store your details right now' },
    hint: {
      zh: '您填写的内容没有丢失，请稍后再次提交。',
      en: 'Nothing you entered is lost; please send it again in a few minutes.',
    },
  },
  unavailable: {
    status: 503,
    title: { zh: '服务暂时不可用', en: 'The service is busy' },
    hint: {
      zh: '您填写的内容没有丢失，请稍后再次提交。',
      en: 'Nothing you entered is lost; please send it again in a moment.',
    },
  },
  internal: {
    status: 500,
    title: { zh: '出了一点问题', en: 'Something went wrong on our side' },
    hint: {
      zh: '请稍后再次提交。如仍失败，请把请求编号告诉我们。',
      en: 'Please try again. If it keeps happening, tell us the request id.',
    },
  },
};

/** What is wrong with one value of the form; the texts are in `field-errors.ts`. */
export interface FieldError {
  /** `answers.<field>` or `consents.<purpose>`. */
  readonly field: string;
  /** Stable, e.g. `required`, `invalid_email`. */
  readonly code: string;
  /** In the visitor's language. */
  readonly message: string;
}

/** RFC 9457 problem details, `application/problem+json`. */
export interface ProblemDetails {
  /** `urn:gatehouse:problem:<code>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** Builds the problem+json body of `code` in the visitor's language. */
export function problemDetails(
  code: ProblemCode,
  { locale, requestId, errors }: { locale: Locale; requestId: string; errors?: readonly FieldError[] },
): ProblemDetails {
  const problem = PROBLEMS[code];
  return {
    type: `urn:gatehouse:problem:${code}`,
    title: problem.title[locale],
    status: problem.status,
    detail: problem.hint[locale],
    code,
    requestId,
    ...(errors ? { errors } : {}),
  };
}
