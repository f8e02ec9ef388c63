import { describe, expect, it } from 'vitest';
import type { Field, Form } from './form.ts';
import { renderErrorList } from './render-error-list.ts';
import { renderForm } from './render-form.ts';

const base = { required: false } as const;
const label = (zh: string, en: string) => ({ zh, en });

const FIELDS: readonly Field[] = [
  { ...base, name: 'name', type: 'text', label: label('姓名', 'Name'), required: true, maxLength: 80 },
  { ...base, name: 'email', type: 'email', label: label('邮箱', 'E-mail'), hint: label('提示', 'A hint') },
  { ...base, name: 'mobile', type: 'mobile', label: label('手机', 'Mobile') },
  { ...base, name: 'company', type: 'company', label: label('公司', 'Company'), maxLength: 120 },
  {
    ...base,
    name: 'role',
    type: 'select',
    label: label('角色', 'Role'),
    options: [
      { value: 'quality', label: label('质量', 'Quality') },
      { value: 'production', label: label('生产', 'Production') },
    ],
  },
  {
    ...base,
    name: 'topics',
    type: 'multi-select',
    label: label('主题', 'Topics'),
    required: true,
    options: [
      { value: 'gauging', label: label('测量', 'Gauging') },
      { value: 'surface', label: label('表面', 'Surface') },
    ],
  },
  { ...base, name: 'call', type: 'checkbox', label: label('请致电', 'Please call me') },
  { ...base, name: 'note', type: 'textarea', label: label('留言', 'Message'), maxLength: 500 },
  { ...base, name: 'campaign', type: 'hidden', label: label('活动', 'Campaign'), value: 'spring' },
];

const FORM: Form = {
  id: 'demo',
  fields: FIELDS,
  consents: [
    {
      id: 'privacy',
      required: true,
      version: '1',
      text: label('我同意[隐私说明](/zh/privacy/)。', 'I agree to the [notice](/en/privacy/).'),
    },
    { id: 'marketing', required: false, version: '1', text: label('订阅', 'Send me news') },
  ],
  submit: label('获取', 'Get it'),
  minSeconds: 2,
};

const draw = (options: Partial<Parameters<typeof renderForm>[0]> = {}) =>
  renderForm({ form: FORM, entry: 'whitepapers/x', locale: 'en', page: '/en/whitepapers/x/', ...options });

/** The one tag whose opening holds `needle`. */
const tag = (html: string, needle: string) =>
  html.match(/<[^>]+>/g)?.find((one) => one.includes(needle)) ?? `no tag with ${needle}`;

describe('renderForm', () => {
  it('posts to the register route with the facts of its page', () => {
    const html = draw({ hidden: { landingUrl: 'https://a.example/?utm_source=x&y=1' } });
    expect(tag(html, '<form')).toContain('action="/api/register" method="post"');
    expect(html.match(/<input type="hidden"[^>]+>/g)).toMatchInlineSnapshot(`
      [
        "<input type="hidden" name="form" value="demo">",
        "<input type="hidden" name="entry" value="whitepapers/x">",
        "<input type="hidden" name="locale" value="en">",
        "<input type="hidden" name="page" value="/en/whitepapers/x/">",
        "<input type="hidden" name="landingUrl" value="https://a.example/?utm_source=x&amp;y=1">",
        "<input type="hidden" name="answers.campaign" value="spring">",
      ]
    `);
  });

  it('labels every control once and describes it by hint and error', () => {
    const html = draw();
    for (const { name, type } of FIELDS) {
      if (type === 'hidden') continue;
      const isWrapped = type === 'checkbox' || type === 'multi-select';
      const label = isWrapped
        ? `<label class="box"><input type="checkbox" id="answers.${name}"`
        : `<label for="answers.${name}">`;
      expect(html.split(label)).toHaveLength(2);
      expect(html).toContain(`id="answers.${name}.error"`);
    }
    expect(tag(html, 'id="answers.email"')).toContain(
      'aria-describedby="answers.email.hint answers.email.error"',
    );
  });

  it('tells phones which keyboard to show and what to fill in', () => {
    const html = draw();
    expect(tag(html, 'id="answers.email"')).toContain('inputmode="email" autocomplete="email"');
    expect(tag(html, 'id="answers.mobile"')).toContain('type="tel" inputmode="tel" autocomplete="tel"');
    expect(tag(html, 'id="answers.company"')).toContain('autocomplete="organization"');
  });

  it('leaves every box unticked and marks the required consent', () => {
    const html = draw();
    expect(html).not.toContain(' checked');
    expect(tag(html, 'id="consents.privacy"')).toContain(' required');
    expect(tag(html, 'id="consents.marketing"')).not.toContain(' required');
  });

  it('turns the link of a consent text into a link and leaves a hostile one as text', () => {
    expect(draw()).toContain('<a href="/en/privacy/" target="_blank" rel="noopener">notice');
    const text = label('[x](//evil.example)', '[x](javascript:alert) [y](//evil.example) [z](/\\evil)');
    const consents = [{ id: 'privacy', required: true, version: '1', text }];
    expect(draw({ form: { ...FORM, consents } })).not.toContain('<a ');
  });

  it('fills in again what the visitor had entered', () => {
    const html = draw({
      values: {
        name: 'Ana "A" <b>',
        role: 'production',
        topics: ['surface'],
        call: true,
        note: '\nline & line',
      },
      consents: { privacy: true },
    });
    expect(tag(html, 'id="answers.name"')).toContain('value="Ana &quot;A&quot; &lt;b&gt;"');
    expect(tag(html, 'value="production"')).toContain(' selected');
    expect(tag(html, 'value="surface"')).toContain(' checked');
    expect(tag(html, 'value="gauging"')).not.toContain(' checked');
    expect(tag(html, 'id="answers.call"')).toContain(' checked');
    expect(html).toContain('>\n\nline &amp; line</textarea>');
    expect(tag(html, 'id="consents.privacy"')).toContain(' checked');
    expect(tag(html, 'id="consents.marketing"')).not.toContain(' checked');
  });

  it('ignores values of a wrong type', () => {
    const html = draw({ values: { name: { toString: 'x' }, topics: 7, role: ['quality'], call: 'maybe' } });
    expect(html).not.toContain(' checked');
    expect(html).not.toContain(' selected');
    expect(tag(html, 'id="answers.name"')).toContain('value=""');
  });

  it('puts each error beside its control', () => {
    const errors = [
      { field: 'answers.email', code: 'invalid_email', message: 'Not <an> address' },
      { field: 'consents.privacy', code: 'consent_required', message: 'Please agree' },
    ];
    const html = draw({ errors });
    expect(tag(html, 'id="answers.email"')).toContain('aria-invalid="true"');
    expect(tag(html, 'id="answers.name"')).not.toContain('aria-invalid');
    expect(html).toContain('<p class="error" id="answers.email.error">Not &lt;an&gt; address</p>');
    expect(html).toContain('<p class="error" id="consents.privacy.error">Please agree</p>');
    expect(renderErrorList(errors)).toBe(
      '<ul><li><a href="#answers.email">Not &lt;an&gt; address</a></li>' +
        '<li><a href="#consents.privacy">Please agree</a></li></ul>',
    );
  });

  it('carries the messages the browser shows, in the language of the page', () => {
    const html = draw({ locale: 'zh' });
    expect(tag(html, 'data-field="answers.name"')).toContain('data-required="请填写姓名" data-max="80"');
    expect(tag(html, 'data-field="answers.topics"')).toContain('data-required="请选择主题"');
    expect(tag(html, 'data-field="answers.email"')).toContain('data-invalid="请输入完整的邮箱地址');
    expect(tag(html, 'data-field="consents.privacy"')).toContain('data-required="请先勾选同意此项"');
  });

  it('hides the trap from people and from screen readers', () => {
    const html = draw();
    expect(html).toContain('<p class="trap" aria-hidden="true">');
    expect(tag(html, 'name="website"')).toContain('tabindex="-1" autocomplete="off"');
  });
});
