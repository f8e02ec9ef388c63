import type { IncomingMessage } from 'node:http';
import { pickVersion } from '../../edge/entry/pick-version.node.ts';
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
  return async (request) => {
    const { pathname, search } = new URL(`http://host${request.url ?? '/'}`);
    const entry = LANDING_PAGE.exec(pathname)?.[1];
    if (entry === undefined) return undefined;
    const { content } = await loadContent(contentRoot, { isWriting: true, cache });
    const variants = content?.entries.find(({ id }) => id === entry)?.variants ?? [];
    if (variants.length === 0) return undefined;
    const version = pickVersion(request, { pathname, search, experiment: { entry, variants } });
    return version && version + search;
  };
}
