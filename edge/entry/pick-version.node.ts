import type { IncomingMessage } from 'node:http';
import { variantPath } from '../contract/variants.ts';
import type { Experiment } from '../core/split/choose-variant.ts';
import { decideVariant } from '../core/split/decide-variant.ts';

/** Where the version of a page lies that its visitor is to see; undefined where it is the page itself. */
export function pickVersion(
  { headers, socket }: IncomingMessage,
  options: { readonly pathname: string; readonly search: string; readonly experiment: Experiment },
): string | undefined {
  const { pathname, search, experiment } = options;
  const header = (name: string): string | undefined => headers[name]?.toString();
  const variant = decideVariant({ search, header, remoteAddress: socket.remoteAddress }, experiment);
  return variant === 'a' ? undefined : variantPath(pathname, variant);
}
