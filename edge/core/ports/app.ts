import type { Catalogue } from '../../contract/catalogue.ts';
import type { Geo } from '../../contract/touch.ts';
import type { Keyring } from './keyring.ts';
import type { Pool } from './pool.ts';
import type { SendInsight } from './send-insight.ts';
import type { Vault } from './vault.ts';

/** Now, in ms since the epoch. */
export type Clock = () => number;

/** Structured log; never handed a lead's values, a token or a secret. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: LogFacts) => void;

export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** All that the app asks of its surroundings; only `edge/entry/` wires them. */
export interface AppDependencies {
  readonly catalogue: Catalogue;
  readonly pool: Pool;
  readonly vault: Vault;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Log;
  /** Names a request in the log and towards its sender; random unless given. */
  readonly requestId?: (() => string) | undefined;
  /** Location of the request where the platform knows it. */
  readonly geo: (request: Request) => Geo | null;
  /** Left out, events for PostHog are refused. */
  readonly sendInsight?: SendInsight | undefined;
}
