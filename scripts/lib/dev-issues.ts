import { sep } from 'node:path';
import type { HookParameters } from 'astro';
import { ASK_EVENT, type ContentState, STATE_EVENT } from '../../site/dev/issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { tryRules } from './try-rules.ts';

type ViteServer = HookParameters<'astro:server:setup'>['server'];

/** Editors write a file in several steps. */
const QUIET_MS = 80;

/** Tells open pages what is wrong with the content now, when they ask and whenever it has changed. */
export function tellIssues({ vite, contentRoot }: { vite: ViteServer; contentRoot: string }): void {
  const cache = { texts: new Map() };
  let timer: NodeJS.Timeout | undefined;
  let checking: Promise<ContentState> | undefined;

  const state = (): Promise<ContentState> =>
    (checking ??= loadContent(contentRoot, { cache, isWriting: true, tryRules }).then(
      ({ issues, warnings }) => ({
        issues,
        warnings,
      }),
    ));
  const tell = async (): Promise<void> => vite.ws.send(STATE_EVENT, await state());
  vite.ws.on(ASK_EVENT, () => void tell());
  vite.watcher.add(contentRoot);
  vite.watcher.on('all', (_, path) => {
    if (path !== contentRoot && !path.startsWith(contentRoot + sep)) return;
    checking = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), QUIET_MS);
  });
}
