import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault } from './create-vault.ts';
import { deriveSalt } from './derive-salt.ts';
import { createDiskSealedFiles } from './disk.node.ts';
import { createOriginSealedFiles } from './origin.ts';
import { seal } from './seal.ts';
import { unseal, UnsealError } from './unseal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Another implementation of RFC 8188, by its editor; it ships no types. */
const ece = createRequire(import.meta.url)('http_ece') as {
  encrypt(clear: Buffer, params: Record<string, unknown>): Buffer;
  decrypt(sealed: Buffer, params: Record<string, unknown>): Buffer;
};

const KEY_ID = 'k1';
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1);
const SALT = Uint8Array.from({ length: 16 }, (_, index) => 200 - index);
const KEYS = new Map([[KEY_ID, KEY]]);

describe('vectors of RFC 8188', () => {
  test('opens the example of section 3.1', async () => {
    const sealed = fromBase64Url('I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg');
    const keys = new Map([['', fromBase64Url('yqdlZ-tYemfogSmv7Ws5PQ')]]);
    expect(text(await collect(unseal(streamOf(sealed), { keys })))).toBe('I am the walrus');
  });

  test('opens the example of section 3.2: several records, padding, a key id', async () => {
    const sealed = fromBase64Url(
      'uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA',
    );
    const keys = new Map([['a1', fromBase64Url('BO3ZVPxUlnLORbVGMpbT1Q')]]);
    expect(text(await collect(unseal(streamOf(sealed), { keys })))).toBe('I am the walrus');
  });

  test('seals the input of section 3.1 to its exact bytes', async () => {
    const sealed = await collect(
      seal(streamOf(bytesOf('I am the walrus')), {
        keyId: '',
        inputKey: fromBase64Url('yqdlZ-tYemfogSmv7Ws5PQ'),
        salt: fromBase64Url('I1BsxtFttlv3u_Oo94xnmw'),
        recordBytes: 4096,
      }),
    );
    expect(Buffer.from(sealed).toString('base64url')).toBe(
      'I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg',
    );
  });
});

describe('sealing and unsealing', () => {
  // Around the borders of one and two records of 64 KiB, which hold 65,519 bytes of content each.
  test.each([0, 1, 17, 65_518, 65_519, 65_520, 131_037, 131_038, 131_039, 300_000])(
    'gives back %i bytes as they were',
    async (length) => {
      const clear = pattern(length);
      const sealed = await sealBytes(clear);
      expect(await collect(unseal(streamOf(sealed, 10_000), { keys: KEYS }))).toEqual(clear);
    },
  );

  test.each([0, 1, 65_519, 65_520, 200_000])(
    'an independent implementation opens %i bytes',
    async (length) => {
      const clear = pattern(length);
      const sealed = await sealBytes(clear);
      const opened = ece.decrypt(Buffer.from(sealed), { keymap: { [KEY_ID]: Buffer.from(KEY) } });
      expect(opened.equals(clear)).toBe(true);
    },
  );

  test.each([0, 1, 4_000, 100_000])('opens %i bytes of an independent implementation', async (length) => {
    const clear = pattern(length);
    const sealed = ece.encrypt(Buffer.from(clear), {
      keymap: { [KEY_ID]: Buffer.from(KEY) },
      keyid: KEY_ID,
      rs: 1_000,
      pad: 50,
    });
    expect(await collect(unseal(streamOf(new Uint8Array(sealed)), { keys: KEYS }))).toEqual(clear);
  });

  test('hands on every cut of chunks alike', async () => {
    const clear = pattern(900);
    const sealed = await sealBytes(clear, 100);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (chunkBytes) => {
        expect(await collect(unseal(streamOf(sealed, chunkBytes), { keys: KEYS }))).toEqual(clear);
      }),
      { numRuns: 60 },
    );
  });

  test('the same contents give the same bytes, others another salt', async () => {
    const digest = async (clear: Bytes): Promise<Bytes> =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', clear));
    const first = await deriveSalt(KEY, await digest(pattern(1_000)));
    expect(await deriveSalt(KEY, await digest(pattern(1_000)))).toEqual(first);
    expect(await deriveSalt(KEY, await digest(pattern(1_001)))).not.toEqual(first);
    expect(await deriveSalt(SALT, await digest(pattern(1_000)))).not.toEqual(first);
    expect(await sealBytes(pattern(1_000))).toEqual(await sealBytes(pattern(1_000)));
  });
});

describe('damage', () => {
  const clear = pattern(1_000);

  test('any flipped bit ends in an error, and what came before it is the true start', async () => {
    const sealed = await sealBytes(clear, 100);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (offset, bit) => {
          const damaged = sealed.slice();
          damaged[offset] = (damaged[offset] ?? 0) ^ (1 << bit);
          const { got, error } = await collectUntilError(unseal(streamOf(damaged, 77), { keys: KEYS }));
          expect(error).toBeInstanceOf(UnsealError);
          expect(got).toEqual(clear.subarray(0, got.length));
          // Nothing of the damaged record or after it: the header is 23 bytes, a record 100 with 83 of content.
          expect(got.length).toBeLessThanOrEqual(Math.max(0, Math.floor((offset - 23) / 100)) * 83);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a file cut at any byte ends in an error', async () => {
    const sealed = await sealBytes(clear, 100);
    for (let length = 0; length < sealed.length; length++) {
      const { got, error } = await collectUntilError(
        unseal(streamOf(sealed.slice(0, length)), { keys: KEYS }),
      );
      expect(error, `cut to ${length} bytes`).toBeInstanceOf(UnsealError);
      expect(got).toEqual(clear.subarray(0, got.length));
    }
  });

  test.each([
    ['two records change places', (records: Bytes[]) => [records[0], records[2], records[1]]],
    ['a record is left out', (records: Bytes[]) => [records[0], records[2]]],
    ['a record comes twice', (records: Bytes[]) => [records[0], records[1], records[1]]],
    ['something follows the last', (records: Bytes[]) => [...records, records[0]]],
  ])('errors where %s', async (_, shuffle) => {
    const sealed = await sealBytes(pattern(249), 100);
    const body = sealed.subarray(23);
    const records = [0, 1, 2].map((index) => body.slice(index * 100, index * 100 + 100));
    const damaged = Buffer.concat([sealed.subarray(0, 23), ...shuffle(records).map((record) => record!)]);
    const { error } = await collectUntilError(unseal(streamOf(new Uint8Array(damaged)), { keys: KEYS }));
    expect(error).toBeInstanceOf(UnsealError);
  });

  test('says what is wrong', async () => {
    const sealed = await sealBytes(clear, 100);
    const failure = async (bytes: Bytes, keys = KEYS): Promise<string> =>
      ((await collectUntilError(unseal(streamOf(bytes), { keys }))).error as Error).message;
    const flipped = sealed.slice();
    flipped[150] = (flipped[150] ?? 0) ^ 1;
    const huge = sealed.slice();
    huge[16] = 0xff;
    expect([
      await failure(sealed, new Map()),
      await failure(sealed.slice(0, 10)),
      await failure(huge),
      await failure(flipped),
      await failure(sealed.slice(0, 223)),
    ]).toMatchInlineSnapshot(`
      [
        "the file is sealed with key "k1", which is not in the ring",
        "the sealed file ends within its header",
        "the sealed file states a record size of 4278190180 bytes",
        "record 1 of the sealed file is damaged",
        "the sealed file is cut short after record 1",
      ]
    `);
  });

  test('reports a wrong first record before a byte is handed out, and lets the source go', async () => {
    let cancelled: unknown;
    const sealed = await sealBytes(clear, 100);
    sealed[30] = (sealed[30] ?? 0) ^ 1;
    const source = new ReadableStream<Bytes>({
      pull: (controller) => controller.enqueue(sealed.slice()),
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    await expect(unseal(source, { keys: KEYS })).rejects.toThrow('record 0 of the sealed file is damaged');
    expect(cancelled).toBeInstanceOf(UnsealError);
  });
});

describe('streaming', () => {
  test('reads the source only as fast as the result is read', async () => {
    const sealed = await sealBytes(pattern(100_000), 1_000);
    let chunksRead = 0;
    const source = new ReadableStream<Bytes>(
      {
        pull(controller) {
          controller.enqueue(sealed.slice(chunksRead * 1_000, chunksRead * 1_000 + 1_000));
          chunksRead++;
        },
      },
      { highWaterMark: 0 },
    );
    const reader = (await unseal(source, { keys: KEYS })).getReader();
    for (let records = 0; records < 10; records++) await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(chunksRead).toBeLessThanOrEqual(10 + 8);
    await reader.cancel();
  });

  test('a reader that goes away frees the source', async () => {
    const sealed = await sealBytes(pattern(100_000), 1_000);
    let cancelled: unknown;
    const source = new ReadableStream<Bytes>({
      start: (controller) => controller.enqueue(sealed),
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    const clear = await unseal(source, { keys: KEYS });
    await clear.cancel('left');
    expect(cancelled).toBe('left');
  });
});

describe('where the sealed bytes come from', () => {
  let siteFolder: string;
  const clear = pattern(200_000);
  let sealed: Bytes;

  beforeAll(async () => {
    siteFolder = await mkdtemp(join(tmpdir(), 'gatehouse-vault-'));
    sealed = await sealBytes(clear);
    await mkdir(join(siteFolder, '_sealed'));
    await writeFile(join(siteFolder, '_sealed', 'abcdefgh23.bin'), sealed);
    await writeFile(join(siteFolder, 'secret.bin'), 'not for you');
  });
  afterAll(() => rm(siteFolder, { recursive: true }));

  const keyring = { sealKeys: { current: KEY_ID, byId: KEYS } };
  const log = (): void => undefined;

  test('opens a file from disk', async () => {
    const vault = createVault({ sealedFiles: createDiskSealedFiles({ siteFolder }), keyring, log });
    expect(await collect(nonNull(await vault.open('/_sealed/abcdefgh23.bin')))).toEqual(clear);
  });

  test.each([
    '/_sealed/absent00.bin',
    '/_sealed/../secret.bin',
    '/_sealed/%2e%2e/secret.bin',
    '/_sealed//secret.bin',
    '/_sealed/..\\secret.bin',
    '/_sealed/abcdefgh23.bin\0',
    '/_sealed/',
    '/secret.bin',
    '',
  ])('finds nothing on disk at %j', async (path) => {
    expect(await createDiskSealedFiles({ siteFolder }).open(path)).toBeNull();
  });

  test('opens a file from the own origin', async () => {
    const asked: string[] = [];
    const sealedFiles = createOriginSealedFiles({
      origin: 'https://site.example',
      fetch: async (url) => {
        asked.push(new Request(url).url);
        return new Response(sealed);
      },
    });
    const stream = await createVault({ sealedFiles, keyring, log }).open('/_sealed/abcdefgh23.bin');
    expect(await collect(nonNull(stream))).toEqual(clear);
    expect(asked).toEqual(['https://site.example/_sealed/abcdefgh23.bin']);
  });

  test.each(['//evil.example/_sealed/a.bin', 'https://evil.example/_sealed/a.bin', '/_sealed/../pool', '/x'])(
    'asks no other place for %j',
    async (path) => {
      const sealedFiles = createOriginSealedFiles({
        origin: 'https://site.example',
        fetch: () => Promise.reject(new Error('asked')),
      });
      expect(await sealedFiles.open(path)).toBeNull();
    },
  );

  test('logs why a file broke half-way, and does not tell the reader', async () => {
    const broken = sealed.slice(0, 150_000);
    const events: unknown[] = [];
    const vault = createVault({
      sealedFiles: { open: async () => streamOf(broken) },
      keyring,
      log: (...entry) => events.push(entry),
    });
    const { got, error } = await collectUntilError(nonNull(await vault.open('/_sealed/abcdefgh23.bin')));
    expect(got).toEqual(clear.subarray(0, got.length));
    expect((error as Error).message).toBe('the file could not be read to its end');
    expect(events).toEqual([
      [
        'error',
        'sealed_file_broken',
        {
          sealedPath: '/_sealed/abcdefgh23.bin',
          cause: 'UnsealError: record 2 of the sealed file is damaged',
        },
      ],
    ]);
  });

  test('tells a missing file from an origin in trouble', async () => {
    const from = (status: number): ReturnType<typeof createOriginSealedFiles> =>
      createOriginSealedFiles({
        origin: 'https://site.example',
        fetch: async () => new Response('', { status }),
      });
    expect(await from(404).open('/_sealed/abcdefgh23.bin')).toBeNull();
    await expect(from(500).open('/_sealed/abcdefgh23.bin')).rejects.toThrow('answered 500');
    await expect(from(307).open('/_sealed/abcdefgh23.bin')).rejects.toThrow('answered 307');
  });
});

function sealBytes(clear: Bytes, recordBytes?: number): Promise<Bytes> {
  return collect(
    seal(streamOf(clear), {
      keyId: KEY_ID,
      inputKey: KEY,
      salt: SALT,
      ...(recordBytes ? { recordBytes } : {}),
    }),
  );
}

function pattern(length: number): Bytes {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 251);
}

function streamOf(bytes: Bytes, chunkBytes = Math.max(1, bytes.length)): ReadableStream<Bytes> {
  let offset = 0;
  return new ReadableStream<Bytes>({
    pull(controller) {
      if (offset >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(offset, offset + chunkBytes));
      offset += chunkBytes;
    },
  });
}

async function collect(stream: Promise<ReadableStream<Bytes>> | ReadableStream<Bytes>): Promise<Bytes> {
  const { got, error } = await collectUntilError(stream);
  if (error) throw error as Error;
  return got;
}

async function collectUntilError(
  stream: Promise<ReadableStream<Bytes>> | ReadableStream<Bytes>,
): Promise<{ got: Bytes; error: unknown }> {
  const chunks: Bytes[] = [];
  let error: unknown;
  try {
    for await (const chunk of await stream) chunks.push(chunk);
  } catch (caught) {
    error = caught;
  }
  return { got: new Uint8Array(Buffer.concat(chunks)), error };
}

function nonNull<T>(value: T | null): T {
  if (value === null) throw new Error('nothing there');
  return value;
}

function fromBase64Url(encoded: string): Bytes {
  return new Uint8Array(Buffer.from(encoded, 'base64url'));
}

const bytesOf = (content: string): Bytes => new TextEncoder().encode(content);
const text = (bytes: Bytes): string => new TextDecoder().decode(bytes);
