import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { Contact, Paper } from './paper.ts';
import { renderText } from './render-text.ts';
import type { Draw, Section } from './render-text.ts';
import { WORDS } from './words.ts';

export interface RenderOptions {
  readonly figures: Readonly<Record<string, Draw>>;
  /** `@font-face` rules and the style sheet. */
  readonly css: string;
  /** Page of each section by its id; empty in the first pass. */
  readonly pages: ReadonlyMap<string, number>;
}

export interface RenderedPaper {
  readonly html: string;
  readonly sections: readonly Section[];
}

/** One self-contained HTML document, ready to be printed. */
export function renderPaper(paper: Paper, { figures, css, pages }: RenderOptions): RenderedPaper {
  const { locale } = paper;
  const { html, sections } = renderText(paper.text, { locale, figures });
  const [summary = '', ...rest] = html.split(/(?<=<\/blockquote>)/);
  return {
    sections,
    html: `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title><style>${css}
@page { @bottom-left { content: ${JSON.stringify(`${paper.company}  ·  ${paper.title}`)} } }
</style></head>
<body>
${renderCover(paper)}
<section class="front"><nav><p class="label">${WORDS.contents[locale]}</p>${renderContents(sections, pages)}</nav>${summary}</section>
<main>${rest.join('')}</main>
${renderBack(paper)}
</body></html>`,
  };
}

function renderCover({
  kind,
  locale,
  title,
  description,
  published,
  author,
  company,
  cover,
  logo,
}: Paper): string {
  return `<section class="cover">
<header>${logo}<span>${escapeHtml(company)}</span></header>
<div class="picture">${cover}</div>
<div class="title"><p class="label">${WORDS.kind[kind][locale]}</p><h1>${renderTitle(title)}</h1><p>${escapeHtml(description)}</p></div>
<footer><span>${escapeHtml(author.name)}</span><span>${escapeHtml(author.title)}</span><time>${published.slice(0, 7)}</time></footer>
</section>`;
}

/** A Chinese title breaks after its punctuation only. */
function renderTitle(title: string): string {
  const phrases = title.split(/(?<=[：，？])/);
  return phrases.map((phrase) => `<span>${escapeHtml(phrase)}</span>`).join('');
}

function renderContents(sections: readonly Section[], pages: ReadonlyMap<string, number>): string {
  const rows = sections.map(
    ({ id, title, depth }) =>
      `<li class="d${depth}"><a href="#${id}">${escapeHtml(title)}</a><i></i><span>${pages.get(id) ?? 0}</span></li>`,
  );
  return `<ol>${rows.join('')}</ol>`;
}

function renderBack(paper: Paper): string {
  const { kind, locale, company, address, origin, tagline, logo, slug } = paper;
  const isOwn = paper.owner.email === paper.author.email;
  const owner = isOwn ? '' : renderContact(WORDS.owner[locale], paper.owner);
  const url = `${origin}/${locale}/${kind}/${slug}/`;
  return `<section class="back">
<div><p class="headline">${WORDS.closing[kind][locale]}</p><p>${WORDS.closingText[kind][locale]}</p></div>
<div class="people">${renderContact(WORDS.author[kind][locale], paper.author)}${owner}</div>
<footer>${logo}<div><p><b>${escapeHtml(company)}</b><br>${escapeHtml(tagline)}</p><p>${escapeHtml(address)}<br>${url}</p><p class="small">${WORDS.rights[kind][locale]}</p></div></footer>
</section>`;
}

function renderContact(label: string, { name, title, email, phone, about }: Contact): string {
  return `<div><p class="label">${label}</p><p><b>${escapeHtml(name)}</b><br>${escapeHtml(title)}</p><p>${escapeHtml(about)}</p><p>${email}<br>${phone}</p></div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
