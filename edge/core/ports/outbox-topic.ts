/** What is to be delivered: the download link, or the confirmation, to the prospect; the news to the owner. */
export type OutboxTopic = 'mail.download' | 'mail.confirmation' | 'mail.owner';
