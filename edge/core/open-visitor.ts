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

/** The public id of the registration that a token stands for. @throws {Refusal} `unknown_visitor` where it is none */
export async function readVisitor(token: unknown, { visitorTokens, clock }: App): Promise<string> {
  const id = typeof token === 'string' ? await visitorTokens.verify(token, clock()) : null;
  if (id === null) throw new Refusal('unknown_visitor');
  return id;
}

/** @throws {Refusal} `unknown_visitor` where the token is none, or what it stands for is gone */
export async function openVisitor(token: unknown, app: App): Promise<Visitor> {
  const registration = await app.pool.findRegistration(await readVisitor(token, app));
  if (!registration) throw new Refusal('unknown_visitor');
  try {
    return { registration, answers: await openAnswers(app.keyring, registration) };
  } catch (cause) {
    // Its key has left the ring: the visitor fills in the form like anybody.
    throw new Refusal('unknown_visitor', { cause });
  }
}
