import type { IncomingMessage } from 'node:http';
import { variantPath } from '../contract/variants.ts';
import type { Experiment } from '../core/split/choose-variant.ts';
import { decideVariant } from '../core/split/decide-variant.ts';
import type { StaticFile, StaticIndex } from './static-index.node.ts';

/** Another version of the page than itself, if the visitor is to see one. */
export function pickVersion(
  { variants }: StaticIndex,
  options: {
    readonly pathname: string;
    readonly search: string;
    readonly request: IncomingMessage;
    readonly experiment: Experiment;
  },
): StaticFile | undefined {
  const { pathname, search, request, experiment } = options;
  const { headers, socket } = request;
  const header = (name: string): string | undefined => headers[name]?.toString();
  const variant = decideVariant({ search, header, remoteAddress: socket.remoteAddress }, experiment);
  return variant === 'a' ? undefined : variants.get(variantPath(pathname, variant));
}
