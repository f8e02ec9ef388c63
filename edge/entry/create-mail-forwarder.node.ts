import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Log } from '../core/ports/app.ts';
import type { MailForwarder } from '../core/ports/mail.ts';
import { createLocalOutbox } from '../relay/forwarders/local-outbox.node.ts';
import { createResendForwarder } from '../relay/forwarders/resend.ts';
import { paceForwarder } from '../relay/pace-forwarder.ts';
import type { NodeConfig } from './node-config.node.ts';

/** Resend's limit for an account. Source: resend.com/docs/api-reference/rate-limit */
const RESEND_PER_SECOND = 2;
/** Nobody waits for a file; the disk belongs to the captures first. */
const LOCAL_PER_SECOND = 20;

/** Sends by Resend where there is a key for it; else mails are written to the data folder. */
export function createMailForwarder(
  { resendApiKey, dataFolder }: Pick<NodeConfig, 'resendApiKey' | 'dataFolder'>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): MailForwarder {
  return resendApiKey
    ? paced(createResendForwarder({ apiKey: resendApiKey }), RESEND_PER_SECOND)
    : paced(createLocalOutbox({ folder: join(dataFolder, 'mail'), clock, log }), LOCAL_PER_SECOND);
}

function paced(forwarder: MailForwarder, perSecond: number): MailForwarder {
  return paceForwarder({
    forwarder,
    perSecond,
    elapsed: () => performance.now(),
    sleep: (ms) => sleep(ms),
  });
}
