import { decodeRegistrationId } from '../core/ports/registration-id.ts';

const ID_LENGTH = 26;

/**
 * The first and the last registration id that begin with `prefix`, as bytes; null if none can. Reads what people
 * type: upper case, and o, i, l for the digits they are mistaken for (Crockford's rule).
 */
export function idRange(prefix: string): { from: Uint8Array; to: Uint8Array } | null {
  const typed = prefix.trim().toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1');
  if (typed.length > ID_LENGTH) return null;
  const from = decodeRegistrationId(typed.padEnd(ID_LENGTH, '0'));
  // The last character holds three bits and two of padding, so it ends with "w", not "z".
  const to = decodeRegistrationId(
    typed.length === ID_LENGTH ? typed : `${typed.padEnd(ID_LENGTH - 1, 'z')}w`,
  );
  return from && to ? { from, to } : null;
}
