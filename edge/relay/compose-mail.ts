import type { Catalogue, CatalogueEntry } from '../contract/catalogue.ts';
import { formatBytes } from '../contract/format-bytes.ts';
import { formatMoment } from '../contract/format-moment.ts';
import type { Form } from '../contract/form.ts';
import type { Localized } from '../contract/locale.ts';
import type { Answers } from '../contract/registration.ts';
import { ROUTES } from '../contract/routes.ts';
import { openAnswers } from '../core/ports/answers-envelope.ts';
import type { DownloadTokens } from '../core/ports/download-tokens.ts';
import type { Keyring } from '../core/ports/keyring.ts';
import type { Mail } from '../core/ports/mail.ts';
import type { Delivery } from '../core/ports/outbox.ts';
import type { OutboxTopic } from '../core/ports/outbox-topic.ts';
import {
  answersAsLines,
  answersAsRows,
  describeAnswers,
  describeChannel,
  describeConsents,
  describeLocation,
  describeSource,
  orNone,
} from './describe-registration.ts';
import { asAddress, oneLine, ownerOf, renderMail } from './render-mail.ts';

export interface ComposeOptions {
  readonly catalogue: Catalogue;
  readonly keyring: Keyring;
  readonly tokens: DownloadTokens;
}

/** How a mail greets somebody whose name was not asked for. */
const SOMEBODY: Localized = { zh: '朋友', en: 'there' };

/**
 * Writes the mail of one delivery: the same mail at every attempt, so that a destination that compares the contents
 * under one idempotency key finds nothing changed. `undeliverable` says why there is none to write.
 */
export async function composeMail(
  delivery: Delivery,
  options: ComposeOptions,
): Promise<Mail | { readonly undeliverable: string }> {
  const answers = await openAnswers(options.keyring, delivery.registration);
  return COMPOSERS[delivery.topic](delivery, answers, options);
}

type Composer = (
  delivery: Delivery,
  answers: Answers,
  options: ComposeOptions,
) => Promise<Mail | { readonly undeliverable: string }>;

const COMPOSERS: Readonly<Record<OutboxTopic, Composer>> = {
  'mail.download': composeDownload,
  'mail.confirmation': composeConfirmation,
  'mail.owner': composeOwner,
};

async function composeDownload(
  delivery: Delivery,
  answers: Answers,
  options: ComposeOptions,
): ReturnType<Composer> {
  const { registration, firstClaimedAt } = delivery;
  const { catalogue, tokens } = options;
  const { locale, id } = registration;
  const entry = catalogue.entries[registration.entry];
  // The file was taken from behind the form since then.
  if (entry?.asset === null) return composeConfirmation(delivery, answers, options);
  const visitor = visitorOf(registration, answers, catalogue);
  if ('undeliverable' in visitor) return visitor;
  const assetId = entry?.asset[locale] ?? '';
  const asset = catalogue.assets[assetId];
  if (!asset) return { undeliverable: 'entry_not_published' };
  const { token, expiresAt } = await tokens.sign({
    asset: assetId,
    registration: id,
    held: false,
    at: firstClaimedAt,
  });
  const values = {
    ...visitor.values,
    downloadUrl: `${catalogue.site.origin}${ROUTES.download}${token}`,
    fileName: asset.fileName,
    fileSize: formatBytes(asset.bytes),
    expiresAt: formatMoment(expiresAt, locale),
  };
  return { ...visitor.envelope, ...renderMail(catalogue.mails.download[locale], { values }) };
}

async function composeConfirmation(
  { registration }: Delivery,
  answers: Answers,
  { catalogue }: ComposeOptions,
): ReturnType<Composer> {
  const { locale } = registration;
  const visitor = visitorOf(registration, answers, catalogue);
  if ('undeliverable' in visitor) return visitor;
  const values = { ...visitor.values, thanks: visitor.entry.thanks?.[locale] ?? '' };
  return { ...visitor.envelope, ...renderMail(catalogue.mails.confirmation[locale], { values }) };
}

interface Visitor {
  readonly entry: CatalogueEntry;
  readonly envelope: Pick<Mail, 'from' | 'replyTo' | 'to'>;
  /** What every mail to a visitor may say. */
  readonly values: Readonly<Record<'name' | 'entryTitle' | 'pageUrl', string>>;
}

function visitorOf(
  { locale, form: formId, entry: entryId }: Delivery['registration'],
  answers: Answers,
  { site, forms, entries }: Catalogue,
): Visitor | { readonly undeliverable: string } {
  const form = forms[formId];
  const to = emailIn(answers, form);
  if (to === null) return { undeliverable: 'no_address' };
  const entry = entries[entryId];
  if (!entry) return { undeliverable: 'entry_not_published' };
  const { from, replyTo } = site.mail;
  return {
    entry,
    envelope: { from: from[locale], replyTo, to },
    values: {
      name: nameIn(answers, form) ?? SOMEBODY[locale],
      entryTitle: entry.title[locale],
      pageUrl: `${site.origin}${entry.path[locale]}`,
    },
  };
}

async function composeOwner(
  { registration }: Delivery,
  answers: Answers,
  { catalogue }: ComposeOptions,
): ReturnType<Composer> {
  const { site } = catalogue;
  const locale = site.defaultLocale;
  const owner = ownerOf(catalogue, registration.entry);
  const to = asAddress(owner?.email);
  if (!owner || to === null) return { undeliverable: 'no_owner' };
  const form = catalogue.forms[registration.form];
  const labelled = describeAnswers(answers, form, locale);
  const { touch, attribution } = registration;
  const values = {
    ownerName: owner.name[locale],
    entryTitle: catalogue.entries[registration.entry]?.title[locale] ?? registration.entry,
    channel: describeChannel(attribution, { channels: catalogue.channels, locale }),
    source: describeSource(attribution, locale),
    landingUrl: orNone(touch.landingUrl, locale),
    variant: orNone(registration.variant?.toUpperCase() ?? null, locale),
    referrer: orNone(touch.referrer, locale),
    location: describeLocation(registration.geo, locale),
    consents: describeConsents(registration.consents, form, locale),
    registeredAt: formatMoment(registration.at, locale),
    registrationId: registration.id,
  };
  const mail = renderMail(catalogue.mails.owner[locale], {
    values,
    html: { answers: answersAsRows(labelled) },
    text: { answers: answersAsLines(labelled, locale) },
  });
  // The owner's reply goes to the prospect.
  return { from: site.mail.from[locale], to, replyTo: emailIn(answers, form) ?? site.mail.replyTo, ...mail };
}

function emailIn(answers: Answers, form: Form | undefined): string | null {
  const field = form?.fields.find(({ type }) => type === 'email');
  return asAddress(answers[field?.name ?? 'email']);
}

function nameIn(answers: Answers, form: Form | undefined): string | null {
  const field = form?.fields.find((one) => 'autocomplete' in one && one.autocomplete === 'name');
  const answer = answers[field?.name ?? 'name'];
  return typeof answer === 'string' && answer !== '' ? oneLine(answer) : null;
}
