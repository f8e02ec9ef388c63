import type { Hono } from 'hono';
import type { Catalogue } from '../../contract/catalogue.ts';
import { createApp } from '../app.ts';
import { generateKeys } from '../generate-keys.ts';
import { createKeyring } from '../keyring.ts';
import type { AppDependencies, LogFacts } from '../ports/app.ts';
import type { Keyring } from '../ports/keyring.ts';
import { CATALOGUE_FIXTURE, FILE_FIXTURE } from './catalogue-fixture.ts';
import { MemoryPool } from './memory-pool.ts';

/** Test support: the app over a memory pool, with a clock that stands still and a log that can be read. */
export async function createTestApp(changes: Partial<AppDependencies> = {}): Promise<TestApp> {
  const pool = new MemoryPool();
  const keyring = await createKeyring(generateKeys());
  const time = { now: Date.UTC(2026, 10, 24, 8, 30) };
  const logged: LogLine[] = [];
  let requests = 0;
  const catalogue = changes.catalogue ?? CATALOGUE_FIXTURE;
  const app = createApp({
    catalogue,
    pool,
    keyring,
    vault: { open: async (path) => (isSealed(catalogue, path) ? streamOf(FILE_FIXTURE) : null) },
    clock: () => time.now,
    log: (level, event, facts = {}) => logged.push({ level, event, facts }),
    geo: () => null,
    requestId: () => `request-${(requests += 1)}`,
    ...changes,
  });
  return { app, pool, keyring, time, logged };
}

export interface TestApp {
  readonly app: Hono;
  readonly pool: MemoryPool;
  readonly keyring: Keyring;
  /** Set `now` to travel. */
  readonly time: { now: number };
  readonly logged: readonly LogLine[];
}

interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly facts: LogFacts;
}

/** Test support: a stream of one chunk. */
export function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function isSealed({ assets }: Catalogue, path: string): boolean {
  return Object.values(assets).some(({ sealedPath }) => sealedPath === path);
}
