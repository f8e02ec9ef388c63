import type { Content } from '../../site/loader/content.ts';
import { unpublished } from '../../site/loader/published-content.ts';

/** What a build leaves out and when the next one is due, one line each; empty when nothing waits. */
export function describeUnpublished(content: Content): string[] {
  const { drafts, scheduled, nextBuild } = unpublished(content);
  return [
    ...drafts.map(({ id }) => `${id} is left out: a draft`),
    ...scheduled.map(({ id, pages }) => `${id} is left out: it comes out on ${pages.en.head.published}`),
    ...(nextBuild === undefined ? [] : [`The next build is due on ${nextBuild} (${content.site.timeZone}).`]),
  ];
}
