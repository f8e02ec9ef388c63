import { once } from 'node:events';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { escapeHtml } from '../../edge/contract/fill-template.ts';
import type { Log } from '../../edge/core/ports/app.ts';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';

/** Editors write a file in several steps. */
const QUIET_MS = 100;

/**
 * Resolves when the content can be shown. Until then it answers every request with what is wrong: a dev server
 * that ends over a typo would have to be started again for each.
 */
export async function waitForContent(options: {
  readonly contentRoot: string;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
}): Promise<void> {
  const { contentRoot, host, port, log } = options;
  const problems = async (): Promise<string | null> => {
    const { content, issues } = await loadContent(contentRoot, { isWriting: true });
    return content ? null : formatIssues(issues);
  };
  let wrong = await problems();
  if (wrong === null) return;
  const server = createServer((_, response) => {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(pageOf(wrong ?? ''));
  });
  server.listen(port, host);
  await once(server, 'listening');
  log('warn', 'content_problems', { url: urlOf(server.address()), problems: `\n${wrong}\n` });
  const changes = watch(contentRoot, { recursive: true });
  let change = once(changes, 'change');
  try {
    while (wrong !== null) {
      await change;
      change = once(changes, 'change');
      await setTimeout(QUIET_MS);
      wrong = await problems();
    }
  } finally {
    changes.close();
    server.closeAllConnections();
    server.close();
  }
  await once(server, 'close');
}

function urlOf(address: ReturnType<ReturnType<typeof createServer>['address']>): string {
  return typeof address === 'object' && address ? `http://localhost:${address.port}` : '';
}

/** Asks again by itself, so that the site shows as soon as it can. */
function pageOf(problems: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1">
<title>Problems in the content</title>
<style>
  body { margin: 0; padding: 24px; color: #f2f4f7; background: #16191f; border-top: 4px solid #ff6b57;
    font: 16px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
  pre { white-space: pre-wrap; font: 14px/1.6 ui-monospace, Menlo, Consolas, monospace; }
</style>
<h1>Problems in the content · 内容里有问题</h1>
<p>Save the corrections, and the site shows here. 改好保存，这里会自动显示网站。</p>
<pre>${escapeHtml(problems)}</pre>
</html>
`;
}
