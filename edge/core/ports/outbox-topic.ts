/** What is to be delivered: the download link, or the confirmation, to the prospect; the news to the owner. */
export const OUTBOX_TOPICS = ['mail.download', 'mail.confirmation', 'mail.owner'] as const;

export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];

/** What to deliver of an accepted registration. The visitor's mail goes to an address; without one, to nobody. */
export function topicsFor(registration: {
  readonly hasAddress: boolean;
  readonly hasFile: boolean;
}): readonly OutboxTopic[] {
  if (!registration.hasAddress) return WITHOUT_ADDRESS;
  return registration.hasFile ? WITH_FILE : WITHOUT_FILE;
}

const WITH_FILE: readonly OutboxTopic[] = ['mail.download', 'mail.owner'];
const WITHOUT_FILE: readonly OutboxTopic[] = ['mail.confirmation', 'mail.owner'];
const WITHOUT_ADDRESS: readonly OutboxTopic[] = ['mail.owner'];
