import type { ProblemDetails } from '../../edge/contract/problem.ts';
import type { RegisterAnswer } from '../../edge/contract/registration.ts';

/** How one attempt ended. `unsent`: no answer, the server may or may not have it; the same body can go again. */
export type SendResult =
  | { readonly outcome: 'registered'; readonly answer: RegisterAnswer }
  | { readonly outcome: 'refused'; readonly problem: Partial<ProblemDetails> }
  | { readonly outcome: 'busy'; readonly afterSeconds: number }
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
    if (response.ok) return { outcome: 'registered', answer: await response.json() };
    if (response.status === 429 || response.status === 503) {
      return { outcome: 'busy', afterSeconds: Number(response.headers.get('retry-after')) || 5 };
    }
    const problem = await response.json().catch(() => ({}));
    return { outcome: 'refused', problem };
  } catch {
    return { outcome: 'unsent' };
  } finally {
    clearTimeout(timer);
  }
}
