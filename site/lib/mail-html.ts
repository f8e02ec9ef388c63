import { escapeHtml } from '../../edge/contract/fill-template.ts';
import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { DownloadMail, MailContext, OwnerMail } from './mail-text.ts';

/** The download mail as HTML, with its `{{placeholders}}`. */
export function downloadMailHtml(mail: DownloadMail, context: MailContext): string {
  const { locale } = context;
  return frame(
    mail.subject[locale],
    [
      `<p style="${TEXT}">${escapeHtml(mail.greeting[locale])}</p>`,
      ...paragraphs(mail.body[locale]),
      button(mail.button[locale]),
      `<p class="soft" style="${SMALL}">{{fileName}} · {{fileSize}}</p>`,
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
      `<table class="rows" width="100%" cellspacing="0" cellpadding="0" style="${ROWS}">{{{answers}}}</table>`,
      `<table class="rows" width="100%" cellspacing="0" cellpadding="0" style="${ROWS}">${facts.join('')}</table>`,
      ...paragraphs(mail.closing?.[locale]),
    ],
    context,
  );
}

const FACE =
  "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const TEXT = `margin:0 0 16px;${FACE};font-size:16px;line-height:1.7`;
const SMALL = `margin:0 0 24px;${FACE};font-size:14px;line-height:1.6;color:#3f4d5b`;
const HEADING = `margin:24px 0 8px;${FACE};font-size:16px;line-height:1.5;font-weight:bold`;
const ROWS = `${FACE};margin:0 0 24px;border-collapse:collapse;border-top:1px solid #8c9aa7;font-size:14px;line-height:1.6;text-align:left`;
/** The cells of the tables, and what a dark mail client turns over; elsewhere the inline styles stand. */
const STYLES = `.rows th,.rows td{padding:8px 0;border-bottom:1px solid #d3dae1;text-align:left;vertical-align:top;word-break:break-word}
.rows th{width:34%;padding-right:16px;font-weight:normal;color:#3f4d5b}
@media (prefers-color-scheme:dark){
body,.page{background:#09131e!important}.sheet{background:#101d2b!important;color:#e8eef3!important}
.soft,.rows th,.foot,.foot a{color:#b3c0cc!important}.rows,.rows td,.rows th{border-color:#506477!important}}`;

function frame(subject: string, parts: readonly string[], { locale, sender }: MailContext): string {
  const { company, address, email, origin } = sender;
  const foot = [
    escapeHtml(company[locale]),
    address && escapeHtml(address[locale]),
    `<a href="mailto:${escapeHtml(email)}" style="color:#3f4d5b">${escapeHtml(email)}</a> · ` +
      `<a href="${escapeHtml(origin)}/${locale}/" style="color:#3f4d5b">${escapeHtml(origin.replace(/^https?:\/\//, ''))}</a>`,
  ].filter(Boolean);
  return `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLES}</style>
</head>
<body style="margin:0;padding:0;background:#f4f6f8">
<table class="page" role="presentation" width="100%" cellspacing="0" cellpadding="0" style="background:#f4f6f8"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:600px">
<tr><td style="padding:14px 28px;background:#0c1826;color:#f1f5f8;${FACE};font-size:15px;font-weight:bold;border-bottom:3px solid #ff5a1f">${escapeHtml(sender.brand[locale])}</td></tr>
<tr><td class="sheet" style="padding:28px 28px 12px;background:#ffffff;color:#0f1b29">
${parts.join('\n')}
</td></tr>
<tr><td class="foot" style="padding:16px 28px;${FACE};font-size:13px;line-height:1.7;color:#3f4d5b">${foot.join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function button(label: string): string {
  return (
    '<table role="presentation" cellspacing="0" cellpadding="0" style="margin:8px 0 16px"><tr>' +
    '<td style="background:#ff5a1f;border-radius:2px">' +
    `<a href="{{downloadUrl}}" style="display:inline-block;padding:13px 28px;${FACE};font-size:16px;font-weight:bold;color:#0c1826;text-decoration:none">` +
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
