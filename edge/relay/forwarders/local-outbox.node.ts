import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Log } from '../../core/ports/app.ts';
import type { MailForwarder } from '../../core/ports/mail.ts';
import { mimeMessage } from '../mime-message.ts';

export interface LocalOutboxOptions {
  /** Gets one `.eml` for mail clients and one `.html` for browsers a mail. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Writes mails to disk instead of sending them, so that everything can be tried without an account. */
export function createLocalOutbox({ folder, clock, log }: LocalOutboxOptions): MailForwarder {
  return {
    name: 'local-outbox',
    async send(mail, { idempotencyKey }) {
      const name = idempotencyKey.replace(/[^\w-]/g, '_');
      const path = join(folder, `${name}.eml`);
      const message = mimeMessage(mail, { date: new Date(clock()), messageId: `${name}@gatehouse.invalid` });
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(join(folder, `${name}.html`), mail.html);
        await writeWhole(path, message);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        return { result: 'retry', reason: `the mail could not be written: ${code}` };
      }
      log('info', 'mail_written', { path });
      return { result: 'ok', receipt: `${name}.eml` };
    },
  };
}

/** Nobody ever finds half a file under its name. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
