import type { Locale, Localized } from '../locale.ts';
import type { EngagementType, Grade } from './lead-facts.ts';

/** What a mail domain tells: a company's own, a service for everybody, addresses to throw away. */
export const MAIL_KINDS = ['business', 'free', 'throwaway'] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** Holds where all of its parts hold; each part is a list of which one must fit, `*` for any characters. */
export interface FitCondition {
  /** By field of a form. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly mail?: readonly MailKind[] | undefined;
  readonly mailDomain?: readonly string[] | undefined;
  readonly country?: readonly string[] | undefined;
  /** `DE-BW`, `CN-JS`. */
  readonly region?: readonly string[] | undefined;
  readonly language?: readonly Locale[] | undefined;
  readonly industry?: readonly string[] | undefined;
}

/** Of an act; holds where all of its parts hold. */
export interface EngagementCondition {
  readonly act: readonly EngagementType[];
  readonly path?: readonly string[] | undefined;
  /** Folder of the entry that the page belongs to: `products`. */
  readonly kind?: readonly string[] | undefined;
  readonly stage?: readonly string[] | undefined;
  readonly industry?: readonly string[] | undefined;
  readonly family?: readonly string[] | undefined;
  readonly form?: readonly string[] | undefined;
  readonly what?: readonly string[] | undefined;
  /** At least. */
  readonly seconds?: number | undefined;
  /** At least, in percent. */
  readonly depth?: number | undefined;
  /** Of a return: at least so many days after the last act. */
  readonly days?: number | undefined;
}

export interface FitRule {
  readonly id: string;
  readonly name: Localized;
  readonly points: number;
  /** One of these must hold. */
  readonly when: readonly FitCondition[];
}

export interface EngagementRule {
  readonly id: string;
  readonly name: Localized;
  /** For each act. */
  readonly points: number;
  readonly maxPerDay?: number | undefined;
  /** In all, of what is left after decay. */
  readonly max?: number | undefined;
  /** Default: that of all. */
  readonly halfLifeDays?: number | undefined;
  readonly when: readonly EngagementCondition[];
}

export interface Thresholds {
  readonly fit: number;
  readonly engagement: number;
}

/** Makes a lead an MQL where all of its parts hold. */
export interface MqlCondition {
  readonly grade?: readonly Grade[] | undefined;
  readonly fit?: number | undefined;
  readonly engagement?: number | undefined;
  readonly total?: number | undefined;
  /** Fields that must be answered: budget, authority, need, time. */
  readonly answered?: readonly string[] | undefined;
  /** Forms of which one was sent. */
  readonly form?: readonly string[] | undefined;
}

/** What pages of an entry are about. */
export interface PageTopic {
  readonly stage: string;
  readonly industries: readonly string[];
  readonly family?: string | undefined;
}

/** Everything by which a lead gets its points, its grade, and becomes an MQL. */
export interface ScoringRules {
  /** `<number>-<digest>`: the company's number, and a digest of all that stands here. */
  readonly version: string;
  /** Whose days the daily limits go by. */
  readonly timeZone: string;
  /** Mail services for everybody, besides the known ones. */
  readonly freeMail: readonly string[];
  readonly fit: { readonly max: number; readonly rules: readonly FitRule[] };
  readonly engagement: {
    readonly max: number;
    readonly maxPerDay: number;
    readonly halfLifeDays: number;
    readonly rules: readonly EngagementRule[];
  };
  /** Both of a grade's thresholds must be reached. */
  readonly grades: Readonly<Record<Exclude<Grade, 'cold'>, Thresholds>>;
  /** One of these must hold. */
  readonly mql: readonly MqlCondition[];
  /** By entry id; empty where no rule asks. */
  readonly pages: Readonly<Record<string, PageTopic>>;
}
