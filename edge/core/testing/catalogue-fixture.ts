import type { Catalogue, EdgePage } from '../../contract/catalogue.ts';
import { composeChannelRules } from '../../contract/channels/compose-channel-rules.ts';
import type { Form } from '../../contract/form.ts';
import { composeLeadRules } from '../../contract/lead/compose-lead-rules.ts';
import type { Localized } from '../../contract/locale.ts';

/** Test support: what the vault of the tests hands out for every file. */
export const FILE_FIXTURE: Uint8Array<ArrayBuffer> = new TextEncoder().encode('%PDF-1.7 a paper');

/** Test support: the form of the sample site's white papers, with one more field of each type. */
export const FORM_FIXTURE: Form = {
  id: 'whitepaper',
  minSeconds: 2,
  submit: { zh: '获取白皮书', en: 'Get the white paper' },
  fields: [
    { type: 'text', name: 'name', label: both('姓名', 'Name'), required: true, maxLength: 20 },
    { type: 'email', name: 'email', label: both('工作邮箱', 'Work e-mail'), required: true },
    { type: 'company', name: 'company', label: both('公司', 'Company'), required: true, maxLength: 40 },
    { type: 'mobile', name: 'mobile', label: both('手机', 'Mobile'), required: false },
    {
      type: 'select',
      name: 'role',
      label: both('角色', 'Role'),
      required: false,
      options: options('quality', 'production'),
    },
    {
      type: 'multi-select',
      name: 'topics',
      label: both('关注的主题', 'Topics'),
      required: false,
      options: options('gauging', 'surface', 'edge'),
    },
    {
      type: 'textarea',
      name: 'question',
      label: both('问题', 'Question'),
      required: false,
      maxLength: 200,
      ask: 'always',
    },
    {
      type: 'checkbox',
      name: 'callback',
      label: both('请回电', 'Call me back'),
      required: false,
      ask: 'always',
    },
    { type: 'hidden', name: 'product', label: both('产品', 'Product'), required: false, value: 'gauge' },
  ],
  consents: [
    {
      id: 'privacy',
      required: true,
      version: '2026-11',
      text: both('我同意[隐私说明](/zh/privacy/)。', 'I agree to the [privacy notice](/en/privacy/).'),
    },
    { id: 'marketing', required: false, version: '2026-11', text: both('请给我寄资料。', 'Send me papers.') },
  ],
};

/** Test support: a small site in two languages, with a gated paper and a day to register for. */
export const CATALOGUE_FIXTURE: Catalogue = {
  site: {
    origin: 'https://www.northlake.example',
    brand: both('北湖仪器', 'Northlake Instruments'),
    defaultLocale: 'zh',
    leadOwner: 'lin-yue',
    mail: { from: both('北湖仪器 <hello@northlake.example>', 'Northlake <hello@northlake.example>') },
  },
  forms: { whitepaper: FORM_FIXTURE },
  entries: {
    'whitepapers/inline-gauging': {
      id: 'whitepapers/inline-gauging',
      title: both('在线测量', 'Inline gauging'),
      path: both('/zh/whitepapers/inline-gauging/', '/en/whitepapers/inline-gauging/'),
      form: 'whitepaper',
      asset: both('whitepapers/inline-gauging/zh', 'whitepapers/inline-gauging/en'),
      owner: 'lin-yue',
      industries: ['battery'],
      line: 'general',
    },
    'landing/open-day': {
      id: 'landing/open-day',
      title: both('开放日', 'Open day'),
      path: both('/zh/landing/open-day/', '/en/landing/open-day/'),
      form: 'whitepaper',
      asset: null,
      thanks: both('席位已留好。', 'Your seat is kept.'),
      owner: 'lin-yue',
      industries: ['battery'],
      line: 'general',
    },
  },
  assets: {
    'whitepapers/inline-gauging/zh': asset('北湖 – 在线测量.pdf', '/_sealed/zh.bin'),
    'whitepapers/inline-gauging/en': asset('Northlake – Inline gauging.pdf', '/_sealed/en.bin'),
  },
  people: {
    'lin-yue': {
      id: 'lin-yue',
      name: both('林悦', 'Lin Yue'),
      title: both('市场负责人', 'Head of Marketing'),
      email: 'lin.yue@northlake.example',
    },
  },
  channels: composeChannelRules(),
  leads: composeLeadRules(
    { scoring: null, routing: null, credit: null },
    { timeZone: 'Asia/Shanghai', leadOwner: 'lin-yue', people: [], pages: {} },
  ),
  pages: {
    thanks: page(
      'thanks',
      '{{entryTitle}}|{{downloadUrl}}|{{fileName}}|{{fileSize}}|{{expiresAt}}|{{pageUrl}}',
    ),
    registered: page('registered', '{{entryTitle}}|{{thanks}}|{{pageUrl}}'),
    refused: page(
      'refused',
      '{{title}}|{{hint}}|{{{errorList}}}|{{formTitle}}|{{{form}}}|{{pageUrl}}|{{requestId}}',
    ),
    expired: page('expired', '{{title}}|{{hint}}|{{entryTitle}}|{{token}}|{{pageUrl}}'),
    held: page('held', '{{entryTitle}}|{{pageUrl}}|{{contactEmail}}'),
    message: page('message', '{{title}}|{{hint}}|{{pageUrl}}|{{requestId}}'),
  },
  mails: {
    download: mail(
      '{{name}}|{{entryTitle}}|{{downloadUrl}}|{{fileName}}|{{fileSize}}|{{expiresAt}}|{{pageUrl}}',
    ),
    confirmation: mail('{{name}}|{{entryTitle}}|{{thanks}}|{{pageUrl}}'),
    owner: mail('{{ownerName}}|{{entryTitle}}|{{{answers}}}|{{source}}|{{consents}}|{{registrationId}}'),
  },
};

function both(zh: string, en: string): Localized {
  return { zh, en };
}

function options(...values: readonly string[]): readonly { value: string; label: Localized }[] {
  return values.map((value) => ({ value, label: both(value, value) }));
}

function asset(fileName: string, sealedPath: string): Catalogue['assets'][string] {
  return { fileName, mediaType: 'application/pdf', bytes: FILE_FIXTURE.byteLength, sealedPath };
}

function page(name: EdgePage, body: string): Localized {
  return both(`<html lang="zh-Hans"><!--${name}-->${body}`, `<html lang="en"><!--${name}-->${body}`);
}

function mail(body: string): Localized<{ subject: string; html: string; text: string }> {
  const template = { subject: '{{entryTitle}}', html: `<p>${body}</p>`, text: body };
  return { zh: template, en: template };
}
