import type { TextKey } from '../i18n/texts.ts';
import type { STAGES } from '../schemas/entry-head.ts';

/** What the stages are called where `site.yaml` does not say. */
export const STAGE_TEXTS = {
  awareness: 'stageAwareness',
  consideration: 'stageConsideration',
  decision: 'stageDecision',
} as const satisfies Record<(typeof STAGES)[number], TextKey>;
