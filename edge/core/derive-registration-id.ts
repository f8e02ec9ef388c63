import type { Keyring } from './ports/keyring.ts';
import { encodeRegistrationId } from './ports/registration-id.ts';

/**
 * The public id of a registration follows from its idempotency key, so that a repeated submission finds itself
 * without a look-up table, and from the index key, so that nobody else can work it out.
 */
export function deriveRegistrationId(keyring: Keyring, idempotencyKey: string): string {
  return encodeRegistrationId(keyring.blindIndex('registration', idempotencyKey));
}
