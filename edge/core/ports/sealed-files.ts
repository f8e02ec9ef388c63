/**
 * Where the sealed bytes come from: the disk under Node, the own origin on Vercel. The app never sees this; the
 * vault reads through it. Null where there is no such file.
 */
export interface SealedFiles {
  open(sealedPath: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
}
