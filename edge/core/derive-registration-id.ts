import type { Keyring } from './ports/keyring.ts';
import { encodeRegistrationId } from './ports/registration-id.ts';

/**
 * The public id of a registration follows from its idempotency key, so that a repeated submission finds itself
 * without a look-up table, and from the index key, so that nobody else can work it out. Where the key is a UUID of
 * version 7 (RFC 9562) the id begins with its time, as the UUID does: what is registered together then lies side by
 * side in the pool, and a commit writes few pages of the index instead of one for every registration. The 80 bits
 * behind the time are the keyed hash's.
 */
export function deriveRegistrationId(keyring: Keyring, idempotencyKey: string): string {
  const hash = keyring.blindIndex('registration', idempotencyKey);
  return encodeRegistrationId(withTime(hash, timeOf(idempotencyKey)));
}

/** For a submission without a key of its own, which then counts for one UTC day. */
export function deriveDailyId(
  keyring: Keyring,
  { contents, day }: { contents: string; day: string },
): string {
  const hash = keyring.blindIndex('registration', `${day}\0${contents}`);
  return encodeRegistrationId(withTime(hash, Date.parse(day)));
}

const TIME_BYTES = 6;

const UUID_V7 = /^([0-9a-f]{8})-?([0-9a-f]{4})-?7/;

function timeOf(key: string): number | null {
  const [, high, low] = UUID_V7.exec(key) ?? [];
  return high === undefined || low === undefined ? null : Number.parseInt(high + low, 16);
}

/** Moves the hash back behind the 48 bits of a time in ms. */
function withTime(hash: Uint8Array, time: number | null): Uint8Array {
  if (time === null) return hash;
  const id = new Uint8Array(hash.length);
  id.set(hash.subarray(0, hash.length - TIME_BYTES), TIME_BYTES);
  new DataView(id.buffer).setUint32(0, Math.floor(time / 0x1_0000));
  new DataView(id.buffer).setUint16(4, time % 0x1_0000);
  return id;
}
