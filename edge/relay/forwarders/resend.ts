import { Resend } from 'resend';
import type { MailForwarder } from '../../core/ports/mail.ts';
import type { ForwardResult } from '../../core/ports/outbox.ts';

export interface ResendOptions {
  readonly apiKey: string;
  /** Another address of the API, for tests. */
  readonly baseUrl?: string | undefined;
  /** For one request, its answer included. */
  readonly timeoutMs?: number | undefined;
}

/** Resend forgets an idempotency key after 24 hours; an hour is left for clocks and slow answers. */
const IDEMPOTENT_FOR_MS = 23 * 3_600_000;

/** Wrong keys and unverified domains are ours to mend: the mail waits for it. */
const RETRIED_STATUS: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);

/** Sends mails through Resend's API. */
export function createResendForwarder({ apiKey, baseUrl, timeoutMs = 15_000 }: ResendOptions): MailForwarder {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: 'resend',
    idempotentForMs: IDEMPOTENT_FOR_MS,
    async send({ replyTo, ...mail }, { idempotencyKey }) {
      const { data, error, headers } = await resend.emails.send(
        { ...mail, ...(replyTo === undefined ? {} : { replyTo }) },
        { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) },
      );
      return error === null ? { result: 'ok', receipt: data.id } : toResult(error, headers);
    },
  };
}

type Failure = NonNullable<Awaited<ReturnType<Resend['emails']['send']>>['error']>;

function toResult(
  { name, message, statusCode }: Failure,
  headers: Readonly<Record<string, string>> | null,
): ForwardResult {
  const reason = `${name} ${statusCode ?? 'no answer'}: ${withoutAddresses(message)}`;
  // The key was used before with other contents, so an earlier attempt did arrive.
  if (name === 'invalid_idempotent_request') return { result: 'unknown', reason };
  const isRefused = statusCode !== null && statusCode >= 400 && statusCode < 500;
  if (isRefused && !RETRIED_STATUS.has(statusCode) && name !== 'concurrent_idempotent_requests') {
    return { result: 'dead', reason };
  }
  return { result: 'retry', reason, afterMs: retryAfterMs(headers) };
}

/** The reason stands in the outbox in clear. */
function withoutAddresses(message: unknown): string {
  return String(message)
    .replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, '<address>')
    .slice(0, 200);
}

/** In seconds or as an HTTP date. */
function retryAfterMs(headers: Readonly<Record<string, string>> | null): number | undefined {
  const value = headers?.['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  const from = Date.parse(headers?.['date'] ?? '');
  return Number.isNaN(at) || Number.isNaN(from) ? undefined : Math.max(0, at - from);
}
