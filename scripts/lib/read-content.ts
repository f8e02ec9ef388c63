import { availableParallelism } from 'node:os';
import type { Content } from '../../site/loader/content.ts';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import type { Issue } from '../../site/loader/issues/issue.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { createTextRenderer } from '../../site/loader/mdx/create-text-renderer.node.ts';
import { openPack } from './open-pack.ts';
import { PlainError } from './plain-error.ts';
import { renderFromPack } from './render-from-pack.ts';
import { tryRules } from './try-rules.ts';

/**
 * Reads and checks the content of a site; texts rendered before come out of the pack at `packPath`.
 * @throws {PlainError} with all problems there are
 */
export async function readContent(options: {
  readonly contentRoot: string;
  readonly packPath: string;
  readonly version: string;
}): Promise<{ content: Content; warnings: readonly Issue[] }> {
  const { contentRoot, packPath, version } = options;
  const renderer = createTextRenderer({ threads: availableParallelism() });
  const pack = await openPack(packPath);
  const render = renderFromPack({ pack, version, render: (source) => renderer.render(source) });
  const { content, issues, warnings } = await loadContent(contentRoot, {
    cache: { texts: new Map(), render },
    tryRules,
  }).finally(() => renderer.close());
  if (!content) throw new PlainError(`\n${formatIssues(issues)}\n\nNothing was published.`);
  await pack.save();
  return { content, warnings };
}
