import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../edge/contract/fill-template.ts';
import { resolveColors } from '../theme/resolve-theme.ts';
import { downloadMailHtml, ownerMailHtml } from './mail-html.ts';
import { downloadMailText, ownerMailText } from './mail-text.ts';

const both = (text: string) => ({ zh: text, en: text });
const CONTEXT = {
  locale: 'en',
  colors: resolveColors({ colors: {}, light: {}, dark: {} }),
  sender: {
    brand: both('Northlake'),
    company: both('Northlake <Suzhou> Co.'),
    email: 'hello@northlake.example',
    origin: 'https://www.northlake.example',
  },
} as const;
const DOWNLOAD = {
  subject: both('Your paper: {{entryTitle}}'),
  greeting: both('Hello {{name}},'),
  body: both('One & two.\nA line.\n\nA paragraph.\n'),
  button: both('Download'),
  closing: both('Until {{expiresAt}}.'),
};
const OWNER = {
  subject: both('New: {{entryTitle}}'),
  greeting: both('Hello {{ownerName}},'),
  body: both('Someone registered.'),
  answersTitle: both('Answers'),
  facts: [{ label: both('Source'), value: '{{source}}' }],
};
const VALUES = {
  name: '<Ana>',
  entryTitle: 'Gauging',
  downloadUrl: 'https://www.northlake.example/d/x',
  fileName: 'a.pdf',
  fileSize: '1 MB',
  expiresAt: 'tomorrow',
};

describe('the download mail', () => {
  it('keeps its placeholders and is filled by the edge with inert values', () => {
    const html = fillTemplate(downloadMailHtml(DOWNLOAD, CONTEXT), VALUES, { as: 'html' });
    expect(html).toContain('Hello &lt;Ana&gt;,');
    expect(html).toContain('href="https://www.northlake.example/d/x"');
    expect(html).toContain('>One &amp; two.<br>A line.</p>');
    expect(html).toContain('Northlake &lt;Suzhou&gt; Co.');
  });

  it('reads well as text', () => {
    const text = fillTemplate(downloadMailText(DOWNLOAD, CONTEXT), VALUES, { as: 'text' });
    expect(text).toMatchInlineSnapshot(`
      "Hello <Ana>,

      One & two.
      A line.

      A paragraph.

      Download:
      https://www.northlake.example/d/x

      a.pdf · 1 MB

      Until tomorrow.

      -- 
      Northlake <Suzhou> Co.
      hello@northlake.example
      https://www.northlake.example/en/
      "
    `);
  });
});

describe('the mail to the owner', () => {
  it('has a place for the answers and a row for each fact', () => {
    expect(ownerMailHtml(OWNER, CONTEXT)).toContain('>{{{answers}}}</table>');
    expect(ownerMailHtml(OWNER, CONTEXT)).toContain('<th scope="row">Source</th><td>{{source}}</td>');
    expect(ownerMailText(OWNER, CONTEXT)).toContain('Answers\n{{{answers}}}\n\nSource: {{source}}');
  });
});
