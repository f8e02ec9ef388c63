import { Refusal } from '../refusal.ts';

export interface BodyLimits {
  readonly maxBytes: number;
  /** For the whole body, from the first look at it. */
  readonly timeoutMs: number;
}

/**
 * Reads the body as UTF-8 text and never holds more of it than the limit allows.
 * @throws {Refusal} `body_too_large`, `timeout`, or `invalid_request` when it breaks off
 */
export async function readBody(request: Request, { maxBytes, timeoutMs }: BodyLimits): Promise<string> {
  const declared = request.headers.get('content-length');
  if (declared !== null && !(Number(declared) <= maxBytes)) throw new Refusal('body_too_large');
  const reading =
    // A declared length is kept by the HTTP layer below us, so the fast way is safe.
    declared !== null && !request.headers.has('transfer-encoding')
      ? { text: readAtOnce(request, maxBytes), cancel: async () => {} }
      : readInPieces(request, maxBytes);
  try {
    return await withDeadline(reading.text, timeoutMs);
  } catch (error) {
    reading.cancel().catch(() => {});
    throw error instanceof Refusal ? error : new Refusal('invalid_request', { cause: error });
  }
}

async function readAtOnce(request: Request, maxBytes: number): Promise<string> {
  const text = await request.text();
  if (text.length > maxBytes) throw new Refusal('body_too_large');
  return text;
}

function readInPieces(
  request: Request,
  maxBytes: number,
): { text: Promise<string>; cancel: () => Promise<void> } {
  const reader = request.body?.getReader();
  if (!reader) return { text: Promise.resolve(''), cancel: async () => {} };
  return { text: readAll(reader, maxBytes), cancel: () => reader.cancel() };
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) throw new Refusal('body_too_large');
    text += decoder.decode(value, { stream: true });
  }
}

function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal('timeout')), timeoutMs);
    void work.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
