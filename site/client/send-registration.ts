import type { ProblemDetails } from '../../edge/contract/problem.ts';
import type { RegisterAnswer } from '../../edge/contract/registration.ts';

/** How one attempt ended. */
export type SendResult =
  | { readonly outcome: 'registered'; readonly answer: RegisterAnswer }
  | { readonly outcome: 'refused'; readonly problem: Partial<ProblemDetails> }
  /** The service asks to wait. */
  | { readonly outcome: 'busy'; readonly afterSeconds: number }
  /** No answer: the server may have it or not, and the same body can go again. */
  | { readonly outcome: 'unsent' };

/** Posts one registration and tells apart what the form has to do next. Never throws. */
export async function sendRegistration(
  url: string,
  { body, timeoutMs }: { body: string; timeoutMs: number },
): Promise<SendResult> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      signal: abort.signal,
    });
    const { ok, status, headers } = response;
    if (status === 429 || status === 503) {
      return { outcome: 'busy', afterSeconds: Number(headers.get('retry-after')) || DEFAULT_WAIT_SECONDS };
    }
    // Something between us and the server may answer with a page of its own, which ends in `catch`.
    const json: unknown = await response.json();
    return ok
      ? { outcome: 'registered', answer: json as RegisterAnswer }
      : { outcome: 'refused', problem: json as Partial<ProblemDetails> };
  } catch {
    return { outcome: 'unsent' };
  } finally {
    clearTimeout(timer);
  }
}

const DEFAULT_WAIT_SECONDS = 5;
