import { createRecordCipher, DELIMITER, SALT_BYTES, TAG_BYTES } from './record-cipher.ts';
import { transformRecords } from './transform-records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface SealOptions {
  /** Goes into the header, so that a file can still be opened after the key was rotated. At most 255 bytes. */
  readonly keyId: string;
  /** Input keying material, at least 16 secret bytes. */
  readonly inputKey: Bytes;
  /** 16 bytes that are never used for two different contents under one key: see `deriveSalt`. */
  readonly salt: Bytes;
  /** Size of a sealed record, at least 18; 64 KiB unless told. */
  readonly recordBytes?: number;
}

const DEFAULT_RECORD_BYTES = 64 * 1024;

/** Encrypts a file as RFC 8188 `aes128gcm`, record by record. The same input and options give the same bytes. */
export function seal(clear: ReadableStream<Bytes>, options: SealOptions): Promise<ReadableStream<Bytes>> {
  const { keyId, inputKey, salt, recordBytes = DEFAULT_RECORD_BYTES } = options;
  return transformRecords(clear, async () => {
    const header = sealHeader({ keyId, salt, recordBytes });
    const cipher = await createRecordCipher(inputKey, salt);
    return {
      header,
      recordBytes: recordBytes - TAG_BYTES - 1,
      transform: (record, { index, isLast }) => {
        const delimited = new Uint8Array(record.length + 1);
        delimited.set(record);
        delimited[record.length] = isLast ? DELIMITER.last : DELIMITER.more;
        return cipher.encrypt(delimited, index);
      },
    };
  });
}

/** RFC 8188 §2.1: salt, record size, length of the key id, key id. */
function sealHeader(options: {
  readonly keyId: string;
  readonly salt: Bytes;
  readonly recordBytes: number;
}): Bytes {
  const { keyId, salt, recordBytes } = options;
  const id = new TextEncoder().encode(keyId);
  if (id.length > 255)
    throw new RangeError(`the key id takes ${id.length} bytes; at most 255 fit the header`);
  if (salt.length !== SALT_BYTES) throw new RangeError(`the salt has ${salt.length} bytes instead of 16`);
  if (recordBytes < TAG_BYTES + 2) throw new RangeError(`a record of ${recordBytes} bytes holds no content`);
  const header = new Uint8Array(SALT_BYTES + 5 + id.length);
  header.set(salt);
  const view = new DataView(header.buffer);
  view.setUint32(SALT_BYTES, recordBytes);
  view.setUint8(SALT_BYTES + 4, id.length);
  header.set(id, SALT_BYTES + 5);
  return header;
}
