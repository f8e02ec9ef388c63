import type { ChannelCondition, ChannelRules } from '../../edge/contract/channels/channel-rules.ts';

/** All channels in the order they are tried, with what each asks for. */
export function listRules(
  { version, channels, sources }: ChannelRules,
  { bold, dim }: Readonly<Record<'bold' | 'dim', (text: string) => string>>,
): string {
  const counts = new Map<string, number>();
  const lines = channels.flatMap(({ id, name, when }) => [
    `${bold(name.en)} · ${name.zh}`,
    ...when.map((condition) => {
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return `  ${dim(`${id}.${count}`)}  ${inWords(condition)}`;
    }),
  ]);
  return `${[`Rules ${version}: ${sources.length} sources; the first channel that fits is taken.`, '', ...lines].join('\n')}\n`;
}

function inWords(condition: ChannelCondition): string {
  const parts = Object.entries(condition) as [string, readonly string[]][];
  if (parts.length === 0) return 'always';
  return parts.map(([name, values]) => `${name}: ${values.join(', ')}`).join('   and   ');
}
