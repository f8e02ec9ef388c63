type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The same bytes; should the source fail half-way, the cause goes to `report`, and the reader only learns that
 * there is no more. What a host does with a failed response body is not ours to say: some print its message.
 */
export function guardStream(
  source: ReadableStream<Bytes>,
  report: (cause: unknown) => void,
): ReadableStream<Bytes> {
  const reader = source.getReader();
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (cause) {
          report(cause);
          controller.error(new Error('the file could not be read to its end'));
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
