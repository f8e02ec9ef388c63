import type { Attribution } from '../../edge/contract/channels/attribution.ts';
import type { Form } from '../../edge/contract/form.ts';
import type { Answers } from '../../edge/contract/registration.ts';
import { compileChannelRules } from '../../edge/core/source/compile-channel-rules.ts';
import type { RegistrationDetails } from '../../edge/pool/pool-reader.ts';
import { formatTime, type PoolContext } from './context.ts';
import { displayWidth } from './display-width.ts';
import { journeySection } from './journey-section.ts';
import { decryptAnswers, openKeyring, readBuilt, resolveId, withReader } from './open-pool.ts';
import { harmless } from './table.ts';

export interface ShowOptions {
  readonly id: string;
  readonly decrypt: boolean;
}

type Section = readonly [title: string, facts: readonly (readonly [name: string, value: string])[]];

/** Everything about one registration; what was entered only when asked for. */
export async function show(options: ShowOptions, context: PoolContext): Promise<number> {
  return withReader(context, async (reader) => {
    const details = await reader.details(await resolveId(reader, options.id));
    if (details === null) return 1;
    const { registration } = details;
    const { forms, channels: rules } = await readBuilt(context);
    const form = forms[registration.form];
    const channelNames = new Map(rules?.channels.map(({ id, name }) => [id, name.en]));
    const answers = options.decrypt ? await decryptAnswers(await openKeyring(context), registration) : null;
    if (answers)
      context.warn(context.paint.warn('Personal data below. Share it only with people who need it.'));
    context.write(
      render(
        [
          registrationSection(details, context),
          answersSection(details, { answers, form }),
          consentSection(details, context),
          attributionSection(details, { channelNames, context }),
          touchSection(details, context),
          journeySection(details, {
            channels: rules && { rules: compileChannelRules(rules), names: channelNames },
            context,
          }),
          deliverySection(details, context),
        ],
        context,
      ),
    );
    return 0;
  });
}

function registrationSection(
  { registration, releasedAt, siblings }: RegistrationDetails,
  context: PoolContext,
): Section {
  const { id, at, status, reason, entry, form, locale, page, variant, geo } = registration;
  const place = [geo?.city, geo?.region, geo?.country].filter((part) => part !== undefined);
  const released = releasedAt === null ? '' : `, released ${formatTime(releasedAt, context)}`;
  return [
    'Registration',
    [
      ['id', id],
      ['time', formatTime(at, context)],
      ['status', status + (reason === null ? '' : ` (${reason}${released})`)],
      ['entry', entry],
      ['form', form],
      ['language', locale],
      ['page', page],
      ...(variant === null ? [] : [['variant', variant] as const]),
      ['location', place.join(', ') || '–'],
      ['same person', siblings.length === 0 ? 'no other registration' : siblings.join(', ')],
    ],
  ];
}

function answersSection(
  { registration }: RegistrationDetails,
  { answers, form }: { answers: Answers | null; form: Form | undefined },
): Section {
  if (answers === null) {
    const asked = form?.fields.map(({ name }) => name).join(', ');
    const what = asked === undefined ? `${registration.answers.length} bytes` : asked;
    return ['Answers', [['encrypted', `${what}   (--decrypt shows them)`]]];
  }
  return ['Answers', Object.entries(answers).map(([name, answer]) => [name, answerText(answer)])];
}

function consentSection({ registration }: RegistrationDetails, context: PoolContext): Section {
  const { consents, chosenAt } = registration;
  return [
    'Consent',
    [
      ...consents.map(({ purpose, granted, version, locale, textHash, basis, from }): [string, string] => [
        purpose,
        `${basis ? `on by default (${basis})` : granted ? 'given' : 'not given'}${from === undefined ? '' : ` in ${from}`}   ` +
          `version ${version}, ${locale}, ${textHash ? `sha256 ${textHash}` : 'no text shown'}`,
      ]),
      ...(chosenAt === null ? [] : [['site chosen', formatTime(chosenAt, context)] as const]),
    ],
  ];
}

/** What the rules made of the touch, and what earlier rules did. */
function attributionSection(
  { registration: { attribution }, formerAttributions }: RegistrationDetails,
  { channelNames, context }: { channelNames: ReadonlyMap<string, string>; context: PoolContext },
): Section {
  const nameOf = ({ channel }: Attribution): string => channelNames.get(channel) ?? channel;
  return [
    'Where from',
    [
      ['channel', nameOf(attribution)],
      ['source', attribution.source],
      ['medium', attribution.medium],
      ['campaign', attribution.campaign ?? '–'],
      ['by', `rule ${attribution.rule} of rules ${attribution.rulesVersion}`],
      ...formerAttributions.map(({ attribution: former, replacedAt }): [string, string] => [
        'before',
        `${nameOf(former)}   ${former.source} / ${former.medium}   ` +
          `rule ${former.rule} of rules ${former.rulesVersion}, until ${formatTime(replacedAt, context)}`,
      ]),
    ],
  ];
}

function touchSection({ registration: { touch } }: RegistrationDetails, context: PoolContext): Section {
  return [
    'Touch',
    [
      ['landed', formatTime(touch.at, context)],
      ['landing page', touch.landingUrl ?? '–'],
      ...(touch.variant === null ? [] : [['variant', touch.variant] as const]),
      ['referrer', touch.referrer ?? '–'],
      ...(touch.app === undefined ? [] : [['app', touch.app] as const]),
      ...Object.entries({ ...touch.utm, ...touch.clickIds }),
    ],
  ];
}

function deliverySection({ deliveries }: RegistrationDetails, context: PoolContext): Section {
  return [
    'Deliveries',
    deliveries.map(({ topic, state, attempts, dueAt, settledAt, note }) => [
      topic,
      [
        state,
        state === 'pending' ? `due ${formatTime(dueAt, context)}` : '',
        settledAt === null ? '' : formatTime(settledAt, context),
        `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`,
        note ?? '',
      ]
        .filter(Boolean)
        .join('   '),
    ]),
  ];
}

function render(sections: readonly Section[], { paint }: PoolContext): string {
  const widest = Math.max(...sections.flatMap(([, facts]) => facts.map(([name]) => displayWidth(name))));
  const lines = sections
    .filter(([, facts]) => facts.length > 0)
    .flatMap(([title, facts]) => [
      '',
      paint.bold(title),
      ...facts.map(([name, value]) => {
        const gap = ' '.repeat(widest - displayWidth(name));
        return `  ${paint.dim(harmless(name))}${gap}  ${harmless(value.replace(/\r\n?|\n/g, ' ⏎ '))}`;
      }),
    ]);
  return `${lines.slice(1).join('\n')}\n`;
}

export function answerText(answer: Answers[string]): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return typeof answer === 'string' ? answer : answer.join('; ');
}
