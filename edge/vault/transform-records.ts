import { createByteReader, type ByteReader } from './byte-reader.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface RecordTransform {
  /** Size of every record of the source but the last, which may be shorter. */
  readonly recordBytes: number;
  /** What goes out before the first record. */
  readonly header?: Bytes;
  transform(record: Bytes, place: { readonly index: number; readonly isLast: boolean }): Promise<Bytes>;
}

/** While one record is sent, the next are read and worked on. */
const RECORDS_IN_FLIGHT = 3;

/**
 * Cuts a stream into records and transforms each. Records go out in order; at most three are in memory, and the
 * source is read only as fast as the result is. Resolves once the first record is done, so that a source of the
 * wrong kind fails here; a later failure errors the result. Either way the source is cancelled.
 */
export async function transformRecords(
  source: ReadableStream<Bytes>,
  open: (reader: ByteReader) => Promise<RecordTransform>,
): Promise<ReadableStream<Bytes>> {
  const reader = createByteReader(source);
  const fail = async (error: unknown): Promise<never> => {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  };
  const records = await openRecords(reader, open).catch(fail);
  return new ReadableStream<Bytes>(
    {
      start(controller) {
        if (records.header) controller.enqueue(records.header);
      },
      async pull(controller) {
        let record = await records.next().catch(fail);
        while (record?.length === 0) record = await records.next().catch(fail);
        if (record) controller.enqueue(record);
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 1 },
  );
}

interface Records {
  readonly header: Bytes | undefined;
  /** Null after the last. */
  next(): Promise<Bytes | null>;
}

async function openRecords(
  reader: ByteReader,
  open: (reader: ByteReader) => Promise<RecordTransform>,
): Promise<Records> {
  const { recordBytes, header, transform } = await open(reader);
  const inFlight: Promise<Bytes>[] = [];
  let index = 0;
  let isComplete = false;

  async function fill(): Promise<void> {
    while (!isComplete && inFlight.length < RECORDS_IN_FLIGHT) {
      const record = await reader.read(recordBytes);
      isComplete = await reader.isAtEnd();
      const result = transform(record, { index: index++, isLast: isComplete });
      result.catch(() => undefined); // awaited later: until then its failure must not count as unhandled
      inFlight.push(result);
    }
  }

  async function next(): Promise<Bytes | null> {
    await fill();
    return (await inFlight.shift()) ?? null;
  }

  await fill();
  await inFlight[0];
  return { header, next };
}
