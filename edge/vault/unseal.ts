import type { ByteReader } from './byte-reader.ts';
import { createRecordCipher, DELIMITER, SALT_BYTES, TAG_BYTES } from './record-cipher.ts';
import { transformRecords } from './transform-records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A sealed file can't be opened: it is damaged, cut short, or its key is missing. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

/** Above it a header asks for memory that no file of ours needs. */
const MAX_RECORD_BYTES = 1024 * 1024;

/**
 * Decrypts an RFC 8188 `aes128gcm` file as it streams by, with the key its header names. Every byte handed on
 * was authenticated at its place. Rejects when the key is missing or the first record is wrong; the stream
 * errors at the first later record that was altered, moved, added or left out, and hands on nothing after it.
 * @throws {UnsealError}
 */
export function unseal(
  sealed: ReadableStream<Bytes>,
  { keys }: { readonly keys: ReadonlyMap<string, Uint8Array> },
): Promise<ReadableStream<Bytes>> {
  return transformRecords(sealed, async (reader) => {
    const { salt, recordBytes, keyId } = await readHeader(reader);
    const inputKey = keys.get(keyId);
    if (!inputKey) throw new UnsealError(`the file is sealed with key "${keyId}", which is not in the ring`);
    const cipher = await createRecordCipher(new Uint8Array(inputKey), salt);
    return {
      recordBytes,
      transform: async (record, { index, isLast }) => {
        const delimited = await cipher.decrypt(record, index).catch((cause: unknown) => {
          throw new UnsealError(`record ${index} of the sealed file is damaged`, { cause });
        });
        return contentOf(delimited, { index, isLast });
      },
    };
  });
}

async function readHeader(reader: ByteReader): Promise<{ salt: Bytes; recordBytes: number; keyId: string }> {
  const fixed = await reader.read(SALT_BYTES + 5);
  if (fixed.length < SALT_BYTES + 5) throw new UnsealError('the sealed file ends within its header');
  const view = new DataView(fixed.buffer);
  const recordBytes = view.getUint32(SALT_BYTES);
  if (recordBytes < TAG_BYTES + 2 || recordBytes > MAX_RECORD_BYTES) {
    throw new UnsealError(`the sealed file states a record size of ${recordBytes} bytes`);
  }
  const idBytes = view.getUint8(SALT_BYTES + 4);
  const id = await reader.read(idBytes);
  if (id.length < idBytes) throw new UnsealError('the sealed file ends within its header');
  return { salt: fixed.slice(0, SALT_BYTES), recordBytes, keyId: new TextDecoder().decode(id) };
}

/** RFC 8188 §2: the content ends at the last byte that is not zero, which must be the right delimiter. */
function contentOf(delimited: Bytes, { index, isLast }: { index: number; isLast: boolean }): Bytes {
  let end = delimited.length - 1;
  while (end >= 0 && delimited[end] === 0) end--;
  const delimiter = delimited[end];
  if (delimiter === (isLast ? DELIMITER.last : DELIMITER.more)) return delimited.subarray(0, end);
  throw new UnsealError(
    isLast && delimiter === DELIMITER.more
      ? `the sealed file is cut short after record ${index}`
      : `record ${index} of the sealed file is not where it belongs`,
  );
}
