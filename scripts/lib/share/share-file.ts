import type { ShareCard } from './share-card.ts';

export interface ShareJob {
  readonly key: string;
  readonly card: ShareCard;
}

/** What both shapes of a card are kept under. */
export function shareFile(key: string, shape: 'wide' | 'square'): string {
  return `${key}.${shape}.jpg`;
}
