type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a stream of chunks of any size in pieces of the size one asks for; holds at most one chunk. */
export interface ByteReader {
  /** Exactly `length` bytes, or what is left where the stream ends sooner; a view of the stream's own, to be read only. */
  read(length: number): Promise<Bytes>;
  /** True when nothing is left; may wait for the next chunk to know. */
  isAtEnd(): Promise<boolean>;
  cancel(reason: unknown): Promise<void>;
}

export function createByteReader(stream: ReadableStream<Bytes>): ByteReader {
  const source = stream.getReader();
  let chunk: Bytes = new Uint8Array(0);
  let ended = false;

  async function isAtEnd(): Promise<boolean> {
    while (chunk.length === 0 && !ended) {
      const { done, value } = await source.read();
      if (done) ended = true;
      else chunk = value;
    }
    return chunk.length === 0;
  }

  /** Up to so many bytes of the chunk at hand, without a copy. */
  function take(length: number): Bytes {
    const part = chunk.subarray(0, length);
    chunk = chunk.subarray(part.length);
    return part;
  }

  async function read(length: number): Promise<Bytes> {
    if (chunk.length >= length) return take(length);
    const piece = new Uint8Array(length);
    let filled = 0;
    while (filled < length && !(await isAtEnd())) {
      const part = take(length - filled);
      piece.set(part, filled);
      filled += part.length;
    }
    return filled === length ? piece : piece.subarray(0, filled);
  }

  return { read, isAtEnd, cancel: (reason) => source.cancel(reason) };
}
