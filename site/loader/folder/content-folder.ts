/** A folder of content, however it is stored. */
export interface ContentFolder {
  /** How messages name the folder, e.g. `content`; with `/`, without one at the end. */
  readonly label: string;
  /** False when there is no such folder. */
  readonly exists: boolean;
  /** All files by their path in the folder, with `/`; hidden ones and editors' leftovers are not listed. */
  readonly files: ReadonlyMap<string, FileFacts>;
  read(path: string): Promise<Uint8Array>;
  /** The first bytes of a file. */
  readHead(path: string): Promise<Uint8Array>;
  /** SHA-256 of the bytes, hex. */
  digest(path: string): Promise<string>;
}

export interface FileFacts {
  readonly bytes: number;
  /** A symbolic link: never followed. */
  readonly isLink: boolean;
}
