import { describe, expect, it } from 'vitest';
import { fillTemplate } from './fill-template.ts';

describe('fillTemplate', () => {
  it('makes a value inert in HTML', () => {
    const html = fillTemplate('<a title="{{name}}">{{name}}</a>', { name: `"><script>&'` }, { as: 'html' });
    expect(html).toBe('<a title="&quot;&gt;&lt;script&gt;&amp;&#39;">&quot;&gt;&lt;script&gt;&amp;&#39;</a>');
  });

  it('leaves text and raw markup as they are', () => {
    expect(fillTemplate('{{a}} & {{a}}', { a: '<b>' }, { as: 'text' })).toBe('<b> & <b>');
    expect(fillTemplate('{{{a}}}', { a: '<b>' }, { as: 'html' })).toBe('<b>');
  });

  it('does not fill a value that looks like a placeholder', () => {
    expect(fillTemplate('{{a}} {{b}}', { a: '{{b}}', b: 'secret' }, { as: 'html' })).toBe('{{b}} secret');
  });

  it('refuses a template that names a missing value', () => {
    expect(() => fillTemplate('{{nmae}}', { name: 'x' }, { as: 'html' })).toThrowErrorMatchingInlineSnapshot(
      `[Error: the template needs a value for "nmae"]`,
    );
  });
});
