import type { Answers } from '../../contract/registration.ts';
import type { Keyring } from './keyring.ts';

/** Encrypts the answers of the registration `id`; an envelope moved to another registration does not open. */
export function sealAnswers(keyring: Keyring, id: string, answers: Answers): Promise<Uint8Array> {
  return keyring.encrypt(JSON.stringify(answers), answersPurpose(id));
}

/** @throws when the envelope was altered, belongs to another registration, or its key is not in the ring. */
export async function openAnswers(
  keyring: Keyring,
  registration: { readonly id: string; readonly answers: Uint8Array },
): Promise<Answers> {
  return JSON.parse(await keyring.decrypt(registration.answers, answersPurpose(registration.id))) as Answers;
}

function answersPurpose(id: string): string {
  return `answers:${id}`;
}
