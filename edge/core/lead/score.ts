import type { Grade } from '../../contract/lead/lead-facts.ts';
import type { Localized } from '../../contract/locale.ts';

/** Points to one decimal. */
export interface Score {
  readonly fit: number;
  readonly engagement: number;
  readonly total: number;
  readonly grade: Grade;
  /** The condition that makes the lead an MQL, `mql.<n>` counted from 1; null where none does. */
  readonly mql: string | null;
  readonly rulesVersion: string;
}

export interface ExplainedScore extends Score {
  /** In order: fit, then engagement by day, then limits. Their values add up to `total`. */
  readonly lines: readonly ScoreLine[];
}

interface LineBase {
  readonly part: 'fit' | 'engagement';
  /** Points it brings or takes today, to one decimal. */
  readonly value: number;
}

/** One reason of a score; the values of all of them are the score. */
export type ScoreLine = LineBase &
  (
    | { readonly kind: 'rule'; readonly part: 'fit'; readonly rule: string; readonly name: Localized }
    | {
        readonly kind: 'rule';
        readonly part: 'engagement';
        readonly rule: string;
        readonly name: Localized;
        /** Counted from 1970-01-01. */
        readonly day: number;
        /** Acts on that day. */
        readonly count: number;
        /** For each. */
        readonly points: number;
        /** For all of them, within the limits of a day. */
        readonly given: number;
        readonly ageDays: number;
        readonly halfLifeDays: number;
      }
    /** What a rule would bring beyond its limit. */
    | { readonly kind: 'rule-limit'; readonly rule: string; readonly name: Localized; readonly limit: number }
    /** What a part would bring beyond its limit, or lack to zero. */
    | { readonly kind: 'limit' | 'floor'; readonly limit: number }
  );

/** Takes the lines of a score where somebody asks why. */
export type Tell = (line: ScoreLine) => void;

/** Keeps a part, in tenths, between zero and its limit, and tells what that takes or brings. */
export function withinLimits(
  sum: number,
  { part, max, tell }: { part: ScoreLine['part']; max: number; tell: Tell | null },
): number {
  const kept = Math.min(Math.max(sum, 0), Math.round(max * 10));
  if (kept !== sum)
    tell?.({ part, kind: kept > sum ? 'floor' : 'limit', value: (kept - sum) / 10, limit: kept / 10 });
  return kept;
}
