import { LANGUAGE_TAGS, type Locale } from '../../edge/contract/locale.ts';
import { renderText } from './render-text.ts';

/** A few pages to read and to fill in, as they are printed. */
export interface Sheet {
  readonly slug: string;
  readonly locale: Locale;
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  readonly company: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** In Markdown. */
  readonly text: string;
  /** SVG source. */
  readonly cover: string;
  readonly logo: string;
}

/** One self-contained HTML document, ready to be printed. */
export function renderSheet(sheet: Sheet, { css }: { css: string }): { html: string; headings: string[] } {
  const { locale, label, title, lead, company, address, phone, email, cover, logo } = sheet;
  const { html, sections } = renderText(sheet.text, { locale, figures: {} });
  const foot = JSON.stringify(`${company}   ${phone}   ${email}\n${address}`).replaceAll('\\n', '\\A ');
  return {
    headings: [title, ...sections.map((section) => section.title)],
    html: `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${css}
@page { @bottom-left { content: ${foot} } }
</style></head>
<body>
<header><div><p class="brand">${logo}<span>${escapeHtml(company)}</span></p><p class="label">${escapeHtml(label)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(lead)}</p></div><div class="picture">${cover}</div></header>
<main>${html}</main>
</body></html>`,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
