type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that AES-GCM adds to a record. */
export const TAG_BYTES = 16;
/** Bytes of the salt in the header. */
export const SALT_BYTES = 16;
/** The byte that ends a record's content, RFC 8188 §2. */
export const DELIMITER = { more: 1, last: 2 } as const;

/** Encrypts and decrypts the numbered records of one file with its content key. */
export interface RecordCipher {
  encrypt(record: Bytes, index: number): Promise<Bytes>;
  /** @throws {DOMException} when the record was altered, or stood at another place. */
  decrypt(record: Bytes, index: number): Promise<Bytes>;
}

/** Derives content key and nonce as RFC 8188 §2.2 and §2.3 say. */
export async function createRecordCipher(inputKey: Bytes, salt: Bytes): Promise<RecordCipher> {
  const material = await crypto.subtle.importKey('raw', inputKey, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const derivation = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt,
    info: new TextEncoder().encode(`Content-Encoding: ${info}\0`),
  });
  const [key, nonce] = await Promise.all([
    crypto.subtle.deriveKey(derivation('aes128gcm'), material, { name: 'AES-GCM', length: 128 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveBits(derivation('nonce'), material, 96),
  ]);
  const at = (index: number): AesGcmParams => ({ name: 'AES-GCM', iv: nonceOf(nonce, index) });
  return {
    encrypt: async (record, index) => new Uint8Array(await crypto.subtle.encrypt(at(index), key, record)),
    decrypt: async (record, index) => new Uint8Array(await crypto.subtle.decrypt(at(index), key, record)),
  };
}

/** The base nonce XOR the record's number as a 96-bit integer in network order. */
function nonceOf(base: ArrayBuffer, index: number): Bytes {
  const nonce = new Uint8Array(base.slice(0));
  const view = new DataView(nonce.buffer);
  view.setUint32(4, view.getUint32(4) ^ Math.floor(index / 2 ** 32));
  view.setUint32(8, view.getUint32(8) ^ (index % 2 ** 32));
  return nonce;
}
