import type { ForwardResult } from './outbox.ts';

/** Sends one rendered mail. */
export interface MailForwarder {
  readonly name: string;
  /** How long the destination recognises an idempotency key, ms. Absent: trying again never doubles a mail. */
  readonly idempotentForMs?: number | undefined;
  send(mail: Mail, options: { readonly idempotencyKey: string }): Promise<ForwardResult>;
}

export interface Mail {
  readonly from: string;
  /** One mailbox, free of line breaks. */
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
