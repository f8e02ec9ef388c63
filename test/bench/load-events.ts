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
  compose: (n) =>
    JSON.stringify({ visitor: visitors[n % visitors.length], events: eventsOf(`${process.pid}-${n}`) }),
});

function eventsOf(batch: string): readonly SentEvent[] {
  const landing = `${url.origin}/zh/cases/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4`;
  return [
    ['visit', `v${batch}`, 95_000, landing, 'https://www.baidu.com/link?url=abc', ''],
    ...PAGES.map((page, index): SentEvent => [
      'view',
      `p${batch}-${index}`,
      90_000 - index * 9000,
      `/zh/${page}`,
      7 + index,
      60,
    ]),
    ...PAGES.slice(1).map((page, index): SentEvent => [
      'cta',
      `a${batch}-${index}`,
      80_000 - index * 9000,
      `/zh/${page}`,
      '预约样品测试',
    ]),
  ];
}
