import { escapeHtml } from '../contract/fill-template.ts';
import { type Attribution, DIRECT, NOT_SET } from '../contract/channels/attribution.ts';
import type { ChannelRules } from '../contract/channels/channel-rules.ts';
import type { Field, Form } from '../contract/form.ts';
import type { Locale, Localized } from '../contract/locale.ts';
import type { Answer, Answers } from '../contract/registration.ts';
import type { Geo } from '../contract/touch.ts';
import type { StoredRegistration } from '../core/ports/pool.ts';

const YES: Localized = { zh: '是', en: 'Yes' };
const NO: Localized = { zh: '否', en: 'No' };
const NONE: Localized = { zh: '无', en: 'None' };
const DIRECT_VISIT: Localized = { zh: '直接访问', en: 'Direct visit' };
const LIST_SEPARATOR: Localized = { zh: '、', en: ', ' };
const COLON: Localized = { zh: '：', en: ': ' };

export interface LabelledAnswer {
  readonly label: string;
  readonly value: string;
}

/** What was entered, in the form's order and words; answers to fields the form no longer has come last. */
export function describeAnswers(answers: Answers, form: Form | undefined, locale: Locale): LabelledAnswer[] {
  const fields = form?.fields ?? [];
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...fields.flatMap((field) => {
      const answer = answers[field.name];
      return isEmpty(answer) ? [] : [{ label: field.label[locale], value: describe(answer, field, locale) }];
    }),
    ...Object.entries(answers)
      .filter(([name, answer]) => !known.has(name) && !isEmpty(answer))
      .map(([name, answer]) => ({ label: name, value: describe(answer, undefined, locale) })),
  ];
}

/** Rows for the table of the owner's mail. */
export function answersAsRows(answers: readonly LabelledAnswer[]): string {
  return answers
    .map(({ label, value }) => {
      const cell = escapeHtml(value).replace(/\r\n?|\n/g, '<br>');
      return `<tr><th scope="row">${escapeHtml(label)}</th><td>${cell}</td></tr>`;
    })
    .join('');
}

export function answersAsLines(answers: readonly LabelledAnswer[], locale: Locale): string {
  return answers.map(({ label, value }) => `${label}${COLON[locale]}${value}`).join('\n');
}

/** `baidu / cpc / q4`, or a direct visit. */
export function describeSource({ source, medium, campaign }: Attribution, locale: Locale): string {
  if (source === DIRECT) return DIRECT_VISIT[locale];
  return [source, medium, campaign].filter((part) => part !== null && part !== NOT_SET).join(' / ');
}

/** Its name; of one that the rules have no longer, its id. */
export function describeChannel(
  { channel }: Attribution,
  { channels, locale }: { readonly channels: ChannelRules; readonly locale: Locale },
): string {
  return channels.channels.find(({ id }) => id === channel)?.name[locale] ?? channel;
}

export function describeLocation(geo: Geo | null, locale: Locale): string {
  const parts = [geo?.city, geo?.region, geo?.country && countryName(geo.country, locale)].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : NONE[locale];
}

/** The texts of the form that were agreed to, without their links. */
export function describeConsents(
  consents: StoredRegistration['consents'],
  form: Form | undefined,
  locale: Locale,
): string {
  const agreed = consents
    .filter(({ granted, purpose }) => granted && !purpose.startsWith(SITE_PURPOSE))
    .map(({ purpose }) => {
      const text = form?.consents.find(({ id }) => id === purpose)?.text[locale];
      return text?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1') ?? purpose;
    });
  return agreed.length > 0 ? agreed.join(' · ') : NONE[locale];
}

/** What the site asks for is no agreement with the owner of the lead. */
const SITE_PURPOSE = 'site.';

export function orNone(value: string | null, locale: Locale): string {
  return value ?? NONE[locale];
}

function isEmpty(answer: Answer | undefined): answer is undefined {
  return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

function describe(answer: Answer, field: Field | undefined, locale: Locale): string {
  if (typeof answer === 'boolean') return (answer ? YES : NO)[locale];
  const options = field && 'options' in field ? field.options : [];
  const label = (value: string): string =>
    options.find((option) => option.value === value)?.label[locale] ?? value;
  return typeof answer === 'string' ? label(answer) : answer.map(label).join(LIST_SEPARATOR[locale]);
}

function countryName(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    // What the platform sent is no country code.
    return code;
  }
}
