import type { Answers } from '../contract/registration.ts';
import type { App } from './exchange.ts';
import { openAnswers } from './ports/answers-envelope.ts';
import type { StoredRegistration } from './ports/pool.ts';
import { Refusal } from './refusal.ts';

/** A visitor who is known by one registration, and by nothing else that anybody said under the same address. */
export interface Visitor {
  readonly registration: StoredRegistration;
  readonly answers: Answers;
}

/** @throws {Refusal} `unknown_visitor` where the token is none, or what it stands for is gone */
export async function openVisitor(token: unknown, app: App): Promise<Visitor> {
  const id = typeof token === 'string' ? await app.visitorTokens.verify(token, app.clock()) : null;
  const registration = id === null ? null : await app.pool.findRegistration(id);
  if (!registration) throw new Refusal('unknown_visitor');
  try {
    return { registration, answers: await openAnswers(app.keyring, registration) };
  } catch (cause) {
    // Its key has left the ring: the visitor fills in the form like anybody.
    throw new Refusal('unknown_visitor', { cause });
  }
}
