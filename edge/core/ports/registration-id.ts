/** Crockford's base32, lower case: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const ID_LENGTH = 26;
const ID_BYTES = 16;

/** The public form of a registration's 16 bytes: 26 characters, the last one padded with two zero bits. */
export function encodeRegistrationId(bytes: Uint8Array): string {
  if (bytes.length !== ID_BYTES) throw new RangeError(`a registration id has ${ID_BYTES} bytes`);
  let id = '';
  let bits = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    bitCount += 8;
    while (bitCount >= 5) {
      bitCount -= 5;
      id += ALPHABET.charAt((bits >> bitCount) & 31);
    }
    bits &= (1 << bitCount) - 1;
  }
  return id + ALPHABET.charAt((bits << (5 - bitCount)) & 31);
}

/** The 16 bytes of a public id; null for anything that is not exactly one. */
export function decodeRegistrationId(id: string): Uint8Array<ArrayBuffer> | null {
  if (id.length !== ID_LENGTH) return null;
  const bytes = new Uint8Array(ID_BYTES);
  let bits = 0;
  let bitCount = 0;
  let length = 0;
  for (const character of id) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    bits = (bits << 5) | value;
    bitCount += 5;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[length] = bits >> bitCount;
      length += 1;
      bits &= (1 << bitCount) - 1;
    }
  }
  return bits === 0 ? bytes : null;
}
