import { escapeHtml } from '../../edge/contract/fill-template.ts';
import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { Colors } from '../theme/resolve-theme.ts';
import type { DownloadMail, MailContext, MailTexts, OwnerMail } from './mail-text.ts';

/** The download mail as HTML, with its `{{placeholders}}`. */
export function downloadMailHtml(mail: DownloadMail, context: MailContext): string {
  const { locale } = context;
  return frame(
    mail.subject[locale],
    [
      `<p style="${TEXT}">${escapeHtml(mail.greeting[locale])}</p>`,
      ...paragraphs(mail.body[locale]),
      button(mail.button[locale], context.colors),
      `<p class="soft" style="${small(context.colors)}">{{fileName}} · {{fileSize}}</p>`,
      ...paragraphs(mail.closing?.[locale]),
    ],
    context,
  );
}

/** The confirmation as HTML, with its `{{placeholders}}`. */
export function confirmationMailHtml(mail: MailTexts, context: MailContext): string {
  const { locale } = context;
  return frame(
    mail.subject[locale],
    [
      `<p style="${TEXT}">${escapeHtml(mail.greeting[locale])}</p>`,
      ...paragraphs(mail.body[locale]),
      ...paragraphs(mail.closing?.[locale]),
    ],
    context,
  );
}

/** The mail to the owner of a lead as HTML; `{{{answers}}}` become rows of a table. */
export function ownerMailHtml(mail: OwnerMail, context: MailContext): string {
  const { locale } = context;
  const facts = mail.facts.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escapeHtml(label[locale])}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return frame(
    mail.subject[locale],
    [
      `<p style="${TEXT}">${escapeHtml(mail.greeting[locale])}</p>`,
      ...paragraphs(mail.body[locale]),
      `<h2 style="${HEADING}">${escapeHtml(mail.answersTitle[locale])}</h2>`,
      `<table class="rows" width="100%" cellspacing="0" cellpadding="0" style="${rows(context.colors)}">{{{answers}}}</table>`,
      `<table class="rows" width="100%" cellspacing="0" cellpadding="0" style="${rows(context.colors)}">${facts.join('')}</table>`,
      ...paragraphs(mail.closing?.[locale]),
    ],
    context,
  );
}

const FACE =
  "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const TEXT = `margin:0 0 16px;${FACE};font-size:16px;line-height:1.7`;
const HEADING = `margin:24px 0 8px;${FACE};font-size:16px;line-height:1.5;font-weight:bold`;

function small({ light }: Colors): string {
  return `margin:0 0 24px;${FACE};font-size:14px;line-height:1.6;color:${light.inkSoft}`;
}

function rows({ light }: Colors): string {
  return `${FACE};margin:0 0 24px;border-collapse:collapse;border-top:1px solid ${light.lineStrong};font-size:14px;line-height:1.6;text-align:left`;
}

/** The cells of the tables, and what a dark mail client turns over; elsewhere the inline styles stand. */
function styles({ light, dark }: Colors): string {
  return `.rows th,.rows td{padding:8px 0;border-bottom:1px solid ${light.line};text-align:left;vertical-align:top;word-break:break-word}
.rows th{width:34%;padding-right:16px;font-weight:normal;color:${light.inkSoft}}
@media (prefers-color-scheme:dark){
body,.page{background:${dark.paper}!important}.sheet{background:${dark.sheet}!important;color:${dark.ink}!important}
.soft,.rows th,.foot,.foot a{color:${dark.inkSoft}!important}.rows,.rows td,.rows th{border-color:${dark.lineStrong}!important}}`;
}

function frame(subject: string, parts: readonly string[], { locale, sender, colors }: MailContext): string {
  const { light } = colors;
  const { company, address, email, origin } = sender;
  const foot = [
    escapeHtml(company[locale]),
    address && escapeHtml(address[locale]),
    `<a href="mailto:${escapeHtml(email)}" style="color:${light.inkSoft}">${escapeHtml(email)}</a> · ` +
      `<a href="${escapeHtml(origin)}/${locale}/" style="color:${light.inkSoft}">${escapeHtml(origin.replace(/^https?:\/\//, ''))}</a>`,
  ].filter(Boolean);
  return `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${styles(colors)}</style>
</head>
<body style="margin:0;padding:0;background:${light.paper}">
<table class="page" role="presentation" width="100%" cellspacing="0" cellpadding="0" style="background:${light.paper}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:600px">
<tr><td style="padding:14px 28px;background:${colors.band};color:${colors.bandInk};${FACE};font-size:15px;font-weight:bold;border-bottom:3px solid ${colors.accent}">${escapeHtml(sender.brand[locale])}</td></tr>
<tr><td class="sheet" style="padding:28px 28px 12px;background:${light.sheet};color:${light.ink}">
${parts.join('\n')}
</td></tr>
<tr><td class="foot" style="padding:16px 28px;${FACE};font-size:13px;line-height:1.7;color:${light.inkSoft}">${foot.join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function button(label: string, { accent, accentInk }: Colors): string {
  return (
    '<table role="presentation" cellspacing="0" cellpadding="0" style="margin:8px 0 16px"><tr>' +
    `<td style="background:${accent};border-radius:2px">` +
    `<a href="{{downloadUrl}}" style="display:inline-block;padding:13px 28px;${FACE};font-size:16px;font-weight:bold;color:${accentInk};text-decoration:none">` +
    `${escapeHtml(label)}</a></td></tr></table>`
  );
}

function paragraphs(text: string | undefined): string[] {
  return (text ?? '')
    .trim()
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((part) => `<p style="${TEXT}">${escapeHtml(part).replace(/\n/g, '<br>')}</p>`);
}
