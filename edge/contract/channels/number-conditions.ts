import type { ChannelCondition, ChannelRule } from './channel-rules.ts';

export interface NumberedCondition {
  readonly channel: ChannelRule;
  /** `<channel>.<condition>`, counted from 1 over all rules of the channel: so attributions name it. */
  readonly rule: string;
  readonly condition: ChannelCondition;
}

/** All conditions of channel rules, in the order they are tried. */
export function numberConditions(channels: readonly ChannelRule[]): NumberedCondition[] {
  const counts = new Map<string, number>();
  return channels.flatMap((channel) =>
    channel.when.map((condition) => {
      const count = (counts.get(channel.id) ?? 0) + 1;
      counts.set(channel.id, count);
      return { channel, rule: `${channel.id}.${count}`, condition };
    }),
  );
}
