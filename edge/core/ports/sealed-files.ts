/** Reads sealed files, by their path in the public output; null where there is none. */
export interface SealedFiles {
  open(sealedPath: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
}
