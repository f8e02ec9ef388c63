import { FIELD_ERRORS } from './field-errors.ts';
import { escapeHtml } from './fill-template.ts';
import { FORM_TEXTS } from './form-texts.ts';
import type { ConsentPurpose } from './form.ts';
import type { Locale } from './locale.ts';
import { dataAttributes, errorParagraph, spoken, star, tickBox } from './markup.ts';

/** Draws the box of one consent purpose, unticked unless the visitor had ticked it before. */
export function renderConsent(
  purpose: ConsentPurpose,
  { locale, ticked, error }: { locale: Locale; ticked: boolean; error: string | undefined },
): string {
  const path = `consents.${purpose.id}`;
  const texts = purpose.required ? { required: FIELD_ERRORS.consent_required[locale] } : {};
  const state =
    `${ticked ? ' checked' : ''}${purpose.required ? ' required' : ''}` +
    `${error === undefined ? '' : ' aria-invalid="true"'} aria-describedby="${path}.error"`;
  const content = linkedText(purpose.text[locale], locale) + (purpose.required ? star() : '');
  return (
    `<div class="field consent"${dataAttributes({ field: path, ...texts })}>` +
    `${tickBox(path, { content, state })}${errorParagraph(path, error)}</div>`
  );
}

/** The exact text; its one Markdown link becomes a link if it leads into this site or to an https address. */
function linkedText(text: string, locale: Locale): string {
  const link = LINK.exec(text);
  if (!link) return escapeHtml(text);
  const [whole, label = '', href = ''] = link;
  return (
    `${escapeHtml(text.slice(0, link.index))}<a href="${escapeHtml(href)}" target="_blank" rel="noopener">` +
    `${escapeHtml(label)}${spoken(FORM_TEXTS.newTab[locale])}</a>${escapeHtml(text.slice(link.index + whole.length))}`
  );
}

const LINK = /\[([^\]]+)\]\(((?:\/(?![/\\])|https:\/\/)[^\s)]*)\)/;
