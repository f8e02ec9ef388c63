import type { ContentFolder } from './content-folder.ts';

/** A content folder that is nowhere on a disk, for previews and tests. */
export function createMemoryFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  { label = 'content' }: { label?: string } = {},
): ContentFolder {
  const bytesByPath = new Map(Object.entries(files).map(([path, text]) => [path, asBytes(text)]));
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = bytesByPath.get(path);
    if (!bytes) throw new Error(`there is no ${path}`);
    return bytes;
  };
  return {
    label,
    exists: true,
    files: new Map([...bytesByPath].map(([path, bytes]) => [path, { bytes: bytes.length, isLink: false }])),
    read,
    readHead: read,
    digest: async (path) => hex(await crypto.subtle.digest('SHA-256', new Uint8Array(await read(path)))),
  };
}

function asBytes(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
