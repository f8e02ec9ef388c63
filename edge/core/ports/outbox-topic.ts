/** What is to be delivered: the download link to the prospect, the news to the owner. */
export type OutboxTopic = 'mail.download' | 'mail.owner';
