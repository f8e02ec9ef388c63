import type { Touch } from './touch.ts';

/** What a visitor does on a page, besides reading it. */
export const ACT_TYPES = [
  'cta',
  'form_start',
  'form_error',
  'form_abandon',
  'download',
  'search',
  'video_play',
] as const;

export type ActType = (typeof ACT_TYPES)[number];

/** All that is counted of visitors who agreed, under the names it has in the pool and in PostHog alike. */
export type EventName = 'page_view' | ActType | 'registration';

export const EVENT_NAMES: readonly EventName[] = ['page_view', ...ACT_TYPES, 'registration'];

/** What a browser sends of a journey, oldest first, as JSON text; times are ms before the submission. */
export interface SentJourney {
  readonly touches: readonly (readonly [
    landingUrl: string,
    referrer: string,
    landedMsAgo: number,
    variant: string,
  ])[];
  readonly views: readonly (readonly [path: string, msAgo: number, seconds: number, depth: number])[];
  readonly acts: readonly (readonly [type: ActType, path: string, msAgo: number, what: string])[];
}

/** More of a journey neither browser nor server keeps. */
export const JOURNEY_LIMITS = {
  touches: 50,
  views: 200,
  acts: 200,
  /** Of the text that is sent, in UTF-8. */
  bytes: 24_000,
  /** 13 months: 396 days. */
  ageMs: 34_214_400_000,
} as const;

/** What a visitor who agreed to it did before they registered, oldest first. Immutable; personal data redacted. */
export interface Journey {
  readonly touches: readonly Touch[];
  readonly views: readonly PageView[];
  readonly acts: readonly Act[];
}

export interface PageView {
  readonly at: number;
  /** Origin-relative. */
  readonly path: string;
  /** In sight, and not left alone. */
  readonly seconds: number;
  /** How much of the page came into sight, in percent. */
  readonly depth: number;
}

export interface Act {
  readonly at: number;
  readonly type: ActType;
  readonly path: string;
  /** The words of a button or a search, the title of a film, the names of fields that were wrong. */
  readonly what: string;
}
