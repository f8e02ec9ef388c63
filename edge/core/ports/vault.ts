/** The gated files in clear. Implemented in `edge/vault/` over a `SealedFiles` source. */
export interface Vault {
  /**
   * Opens the file whose sealed bytes stand at `sealedPath` of the public output and streams it unsealed; null
   * where there is none. Nothing is read beyond what it takes to know that the file is ours, so an opened
   * stream may be cancelled at once.
   * @throws when the key is not in the ring, or the first record was altered: before a byte is handed out.
   */
  open(sealedPath: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
}
