import type { IncomingMessage } from 'node:http';
import { variantPath } from '../../edge/contract/variants.ts';
import { decideVariant } from '../../edge/core/split/decide-variant.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';

const LANDING_PAGE = /^\/(?:zh|en)\/(landing\/[a-z0-9-]+)\/$/;

/**
 * While writing, too, each visitor sees their version of a landing page: finds where Astro draws it, or undefined
 * where it is the page itself.
 */
export function createDevVariants(
  contentRoot: string,
): (request: IncomingMessage) => Promise<string | undefined> {
  const cache = { texts: new Map() };
  return async ({ url = '/', headers, socket }) => {
    const { pathname, search } = new URL(`http://host${url}`);
    const entry = LANDING_PAGE.exec(pathname)?.[1];
    if (entry === undefined) return undefined;
    const { content } = await loadContent(contentRoot, { isWriting: true, cache });
    const variants = content?.entries.find(({ id }) => id === entry)?.variants ?? [];
    if (variants.length === 0) return undefined;
    const header = (name: string): string | undefined => headers[name]?.toString();
    const request = { search, header, remoteAddress: socket.remoteAddress };
    const variant = decideVariant(request, { entry, variants });
    return variant === 'a' ? undefined : variantPath(pathname, variant) + search;
  };
}
