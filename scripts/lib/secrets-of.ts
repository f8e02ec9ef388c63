import type { NodeConfig } from '../../edge/entry/node-config.node.ts';
import type { GuardedSecret } from './find-leaks.ts';

/** Every secret of an installation, to be looked for where it must not be. */
export function secretsOf({ keys, resendApiKey, poolToken }: NodeConfig): GuardedSecret[] {
  const ring = keys.keys.split(',').map((key) => key.slice(key.indexOf(':') + 1).trim());
  return [
    ...ring.map((value) => ({ name: 'GATEHOUSE_KEYS', value })),
    { name: 'GATEHOUSE_INDEX_KEY', value: keys.indexKey },
    ...(resendApiKey ? [{ name: 'RESEND_API_KEY', value: resendApiKey }] : []),
    ...(poolToken ? [{ name: 'GATEHOUSE_POOL_TOKEN', value: poolToken }] : []),
  ];
}
