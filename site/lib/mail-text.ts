import type { Locale, Localized } from '../../edge/contract/locale.ts';
import type { Colors } from '../theme/resolve-theme.ts';

/** The texts of `content/mails/`, as far as all mails have them. */
export interface MailTexts {
  readonly subject: Localized;
  readonly greeting: Localized;
  readonly body: Localized;
  readonly closing?: Localized | undefined;
}

export interface DownloadMail extends MailTexts {
  readonly button: Localized;
}

export interface OwnerMail extends MailTexts {
  readonly answersTitle: Localized;
  readonly facts: readonly { readonly label: Localized; readonly value: string }[];
}

/** Who a mail is from, at its foot. */
export interface Sender {
  readonly brand: Localized;
  readonly company: Localized;
  readonly address?: Localized | undefined;
  readonly email: string;
  readonly origin: string;
}

/** The download mail as plain text, with its `{{placeholders}}`. */
export function downloadMailText(mail: DownloadMail, { locale, sender }: MailContext): string {
  const { greeting, body, button, closing } = mail;
  return paragraphs(
    greeting[locale],
    body[locale],
    `${button[locale]}${locale === 'zh' ? '：' : ':'}\n{{downloadUrl}}`,
    '{{fileName}} · {{fileSize}}',
    closing?.[locale],
    foot(sender, locale),
  );
}

/** The confirmation as plain text, with its `{{placeholders}}`. */
export function confirmationMailText(
  { greeting, body, closing }: MailTexts,
  { locale, sender }: MailContext,
): string {
  return paragraphs(greeting[locale], body[locale], closing?.[locale], foot(sender, locale));
}

/** The mail to the owner of a lead as plain text; `{{{answers}}}` become lines. */
export function ownerMailText(mail: OwnerMail, { locale, sender }: MailContext): string {
  const { greeting, body, answersTitle, facts, closing } = mail;
  const colon = locale === 'zh' ? '：' : ': ';
  return paragraphs(
    greeting[locale],
    body[locale],
    `${answersTitle[locale]}\n{{{answers}}}`,
    facts.map(({ label, value }) => `${label[locale]}${colon}${value}`).join('\n'),
    closing?.[locale],
    foot(sender, locale),
  );
}

export interface MailContext {
  readonly locale: Locale;
  readonly sender: Sender;
  readonly colors: Colors;
}

function foot({ company, address, email, origin }: Sender, locale: Locale): string {
  return ['-- ', company[locale], address?.[locale], email, `${origin}/${locale}/`]
    .filter(Boolean)
    .join('\n');
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  const kept = parts.flatMap((part) => part?.trimEnd() ?? []);
  return `${kept.join('\n\n')}\n`;
}
