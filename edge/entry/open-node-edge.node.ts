import { join } from 'node:path';
import type { Catalogue } from '../contract/catalogue.ts';
import { createApp } from '../core/app.ts';
import { createNodeAead } from '../core/create-node-aead.node.ts';
import { createNodeMac } from '../core/create-node-mac.node.ts';
import { describeError } from '../core/describe-error.ts';
import { createKeyring } from '../core/keyring.ts';
import { createTokens } from '../core/tokens.ts';
import type { Clock, Log } from '../core/ports/app.ts';
import type { Vault } from '../core/ports/vault.ts';
import { createPoolGateway } from '../pool/pool-gateway.ts';
import { POOL_GATEWAY_PATH } from '../pool/pool-wire.ts';
import { openThreadedPool } from '../pool/sqlite/thread/open-threaded-pool.node.ts';
import { createRelay } from '../relay/create-relay.ts';
import { runRelay } from '../relay/run-relay.ts';
import { createVault } from '../vault/create-vault.ts';
import { createDiskSealedFiles } from '../vault/disk.node.ts';
import { createMailForwarder } from './create-mail-forwarder.node.ts';
import type { NodeConfig } from './node-config.node.ts';

/** The parts of a self-hosted edge that outlive a catalogue: pool, keys and files. */
export interface NodeEdge {
  readonly vault: Vault;
  /** Starts to answer, and to deliver, for one catalogue. */
  serve(catalogue: Catalogue): EdgeService;
  close(): Promise<void>;
}

export interface EdgeService {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Resolves when no delivery is under way. */
  stop(): Promise<void>;
}

/** @throws {PoolRefused} when the pool is not fit to be used. */
export async function openNodeEdge(
  config: Pick<NodeConfig, 'keys' | 'dataFolder' | 'poolToken' | 'resendApiKey'>,
  options: { readonly siteFolder: string; readonly clock: Clock; readonly log: Log },
): Promise<NodeEdge> {
  const { siteFolder, clock, log } = options;
  const keyring = await createKeyring({
    ...config.keys,
    createAead: createNodeAead,
    createMac: createNodeMac,
  });
  const vault = createVault({ sealedFiles: createDiskSealedFiles({ siteFolder }), keyring, log });
  const pool = await openThreadedPool({
    path: join(config.dataFolder, 'pool.sqlite'),
    ifAbsent: 'create',
    onThreadLost: (cause) => log('error', 'pool_thread_lost', { error: describeError(cause, []) }),
  });
  const tokens = createTokens({ keyring });
  const forwarder = createMailForwarder(config, { clock, log });
  const gateway = config.poolToken ? createPoolGateway({ pool, token: config.poolToken, log }) : null;

  return {
    vault,
    serve(catalogue) {
      const app = createApp({
        catalogue,
        pool,
        vault,
        keyring,
        clock,
        log,
        geo: () => null,
        sendInsight: (url, init) => fetch(url, init),
      });
      const relay = createRelay({
        catalogue,
        keyring,
        tokens,
        outbox: pool,
        forwarder,
        clock,
        random: Math.random,
        log,
      });
      const running = runRelay({ relay, log, schedule });
      return {
        fetch: (request) =>
          gateway && new URL(request.url).pathname.startsWith(POOL_GATEWAY_PATH)
            ? gateway(request)
            : app.fetch(request),
        stop: () => running.stop(),
      };
    },
    close: () => pool.close(),
  };
}

/** A waiting relay is no reason for the process to live on. */
function schedule(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms).unref();
  return () => clearTimeout(timer);
}
