import type { ChannelCondition, ChannelRules } from '../../edge/contract/channels/channel-rules.ts';
import { numberConditions } from '../../edge/contract/channels/number-conditions.ts';

/** All channels in the order they are tried, with what each asks for. */
export function listRules(
  { version, channels, sources }: ChannelRules,
  { bold, dim }: Readonly<Record<'bold' | 'dim', (text: string) => string>>,
): string {
  const byRule = Map.groupBy(numberConditions(channels), ({ channel }) => channel);
  const lines = [...byRule].flatMap(([{ name }, conditions]) => [
    `${bold(name.en)} · ${name.zh}`,
    ...conditions.map(({ rule, condition }) => `  ${dim(rule)}  ${inWords(condition)}`),
  ]);
  return `${[`Rules ${version}: ${sources.length} sources; the first channel that fits is taken.`, '', ...lines].join('\n')}\n`;
}

function inWords(condition: ChannelCondition): string {
  const parts = Object.entries(condition) as [string, readonly string[]][];
  if (parts.length === 0) return 'always';
  return parts.map(([name, values]) => `${name}: ${values.join(', ')}`).join('   and   ');
}
