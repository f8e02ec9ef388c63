import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SEALED_FOLDER } from '../contract/routes.ts';
import type { SealedFiles } from '../core/ports/sealed-files.ts';

const CHUNK_BYTES = 256 * 1024;
/** A sealed file's name as the build gives it: nothing in it can leave the folder. */
const SEALED_NAME = /^[a-z0-9]{8,64}\.bin$/;

/** Reads sealed files from the folder of the built site. */
export function createDiskSealedFiles({ siteFolder }: { readonly siteFolder: string }): SealedFiles {
  return {
    async open(sealedPath) {
      const name = sealedPath.startsWith(SEALED_FOLDER) ? sealedPath.slice(SEALED_FOLDER.length) : '';
      if (!SEALED_NAME.test(name)) return null;
      return openFile(join(siteFolder, SEALED_FOLDER, name));
    },
  };
}

async function openFile(path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return null;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const chunk = new Uint8Array(CHUNK_BYTES);
          const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES);
          if (bytesRead > 0) {
            controller.enqueue(chunk.subarray(0, bytesRead));
          } else {
            await file.close();
            controller.close();
          }
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}
