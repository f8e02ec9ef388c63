import type { Attribution } from '../../edge/contract/channels/attribution.ts';
import type { Journey, PageView } from '../../edge/contract/journey.ts';
import type { Touch } from '../../edge/contract/touch.ts';
import type { CompiledRules } from '../../edge/core/source/compile-channel-rules.ts';
import { type AttributedTouch, deriveTouches } from '../../edge/core/source/derive-touches.ts';
import { attribute } from '../../edge/core/source/resolve-touch.ts';
import type { RegistrationDetails } from '../../edge/pool/pool-reader.ts';
import { formatTime, type PoolContext } from './context.ts';

type Fact = readonly [name: string, value: string];

/** The rules of now, and what people call their channels. */
export interface Channels {
  readonly rules: CompiledRules;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What a visitor did before they registered and afterwards: the touches that credit is given by, then everything in its
 * order. Without rules, touches are shown as they came.
 */
export function journeySection(
  { registration, journey: before, behaviour }: RegistrationDetails,
  { channels, context }: { channels: Channels | null; context: PoolContext },
): readonly [string, readonly Fact[]] {
  const journey = joined(before, behaviour);
  const hasGoneOn = Object.values(behaviour).some(({ length }: readonly unknown[]) => length > 0);
  const line = [
    ...(hasGoneOn ? [{ at: registration.at, text: 'registered' }] : []),
    ...journey.touches.map((touch) => ({ at: touch.at, text: describeTouch(touch, channels) })),
    ...journey.views.map(({ at, path, seconds, depth }) => ({
      at,
      text: `read      ${path}   ${duration(seconds)}, ${depth} % seen`,
    })),
    ...journey.acts.map(({ at, type, path, what }) => ({
      at,
      text: `${ACTS[type].padEnd(8)}  ${path}${what === '' ? '' : `   ${what}`}`,
    })),
  ].toSorted((a, b) => a.at - b.at);
  return [
    'Journey',
    [
      ...(channels && before ? credits(before, { channels, context }) : []),
      ...line.map(({ at, text }): Fact => [formatTime(at, context), text]),
    ],
  ];
}

/** A page that was open at the registration goes on afterwards: its later figures hold. */
function joined(before: Journey | null, after: Journey): Journey {
  if (!before) return after;
  const goesOn = (view: PageView): boolean =>
    after.views.some(({ path, at }) => path === view.path && Math.abs(at - view.at) <= SAME_VIEW_MS);
  return {
    touches: [...before.touches, ...after.touches],
    views: [...before.views.filter((view) => !goesOn(view)), ...after.views],
    acts: [...before.acts, ...after.acts],
  };
}

/** Times are reckoned back from when they arrive, which takes a moment. */
const SAME_VIEW_MS = 5000;

function credits(
  { touches }: Journey,
  { channels, context }: { channels: Channels; context: PoolContext },
): Fact[] {
  const { first, last, lastNonDirect, lastPersonLink } = deriveTouches(touches, channels.rules);
  const named: readonly (readonly [string, AttributedTouch | null])[] = [
    ['first touch', first],
    ['last touch', last],
    ['last non-direct', lastNonDirect],
    ['last person link', lastPersonLink],
  ];
  return named.flatMap(([name, one]): Fact[] =>
    one === null
      ? []
      : [[name, `${describeChannel(one.attribution, channels)}   ${formatTime(one.touch.at, context)}`]],
  );
}

function describeTouch(touch: Touch, channels: Channels | null): string {
  const channel = channels ? `${describeChannel(attribute(touch, channels.rules), channels)}   ` : '';
  const referrer = touch.referrer === null ? '' : `   from ${touch.referrer}`;
  const app = touch.app === undefined ? '' : `   in ${touch.app}`;
  return `came      ${channel}${touch.landingUrl ?? '–'}${referrer}${app}`;
}

function describeChannel({ channel, source, medium, campaign }: Attribution, { names }: Channels): string {
  const parts = [source, medium, campaign].filter((part) => part !== null);
  return `${names.get(channel) ?? channel}: ${parts.join(' / ')}`;
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

const ACTS = {
  cta: 'clicked',
  form_start: 'form',
  form_error: 'mistake',
  form_abandon: 'left',
  download: 'download',
  search: 'searched',
  video_play: 'played',
} as const;
