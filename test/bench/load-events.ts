import { readFile } from 'node:fs/promises';
import type { SentEvent } from '../../edge/contract/behaviour.ts';
import { driveLoad } from './lib/drive-load.ts';

/** Batches of what visitors do after they registered: one visit, five pages read, four clicks. */
const [address = '', connections = '1', seconds = '5', tokensFile = ''] = process.argv.slice(2);
const url = new URL(address);
const visitors = JSON.parse(await readFile(tokensFile, 'utf8')) as readonly string[];
const PAGES = ['', 'cases/', 'products/', 'whitepapers/', 'landing/electrode-open-day/'];

await driveLoad({
  url,
  connections: Number(connections),
  seconds: Number(seconds),
  contentType: 'text/plain;charset=UTF-8',
  compose: (n) => JSON.stringify({ visitor: visitors[n % visitors.length], events: eventsOf(n) }),
});

function eventsOf(batch: number): readonly SentEvent[] {
  const now = Date.now();
  const landing = `${url.origin}/zh/cases/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4`;
  const visit: SentEvent = [
    'visit',
    idOf(now - 95_000, batch),
    95_000,
    landing,
    'https://www.baidu.com/link?url=abc',
    '',
  ];
  const read = PAGES.map((page, index): SentEvent => {
    const msAgo = 90_000 - index * 9000;
    return ['view', idOf(now - msAgo, batch), msAgo, `/zh/${page}`, 7 + index, 60];
  });
  const clicked = PAGES.slice(1).map((page, index): SentEvent => {
    const msAgo = 80_000 - index * 9000;
    return ['cta', idOf(now - msAgo, batch), msAgo, `/zh/${page}`, '预约样品测试'];
  });
  return [visit, ...read, ...clicked];
}

/** As browsers of ours make them: the time, and what tells apart what happened at the same one. */
function idOf(at: number, batch: number): string {
  return `${at.toString(36)}.${(batch * 65_537 + process.pid).toString(36)}`;
}
