import type { Locale, Localized } from '../locale.ts';
import type { Grade } from './lead-facts.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Both days belong to it; calendar days, `2026-10-01`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** When people of a territory work. */
export interface WorkTimes {
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  readonly holidays: readonly DayRange[];
  /** Days that are worked although they are none of `days`, or a holiday. */
  readonly workdays: readonly string[];
}

/** Where a lead comes from; holds where all of its parts hold. */
export interface PlaceCondition {
  readonly country?: readonly string[] | undefined;
  /** `CN-JS`. */
  readonly region?: readonly string[] | undefined;
  readonly mailDomain?: readonly string[] | undefined;
}

export interface Territory {
  readonly id: string;
  readonly name: Localized;
  /** One of these must hold; of several territories the first that fits is taken. */
  readonly where: readonly PlaceCondition[];
  readonly work: WorkTimes;
  /** Who looks after what waits in its queue. */
  readonly keeper: string;
}

/** Holds where all of its parts hold; each part is a list of which one must fit, `*` for any characters. */
export interface RouteCondition extends PlaceCondition {
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly form?: readonly string[] | undefined;
  readonly entry?: readonly string[] | undefined;
  readonly family?: readonly string[] | undefined;
  readonly industry?: readonly string[] | undefined;
  readonly language?: readonly Locale[] | undefined;
  readonly grade?: readonly Grade[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
}

/** Leads that certain people get, if one of them is free. */
export interface RouteRule {
  readonly id: string;
  readonly name: Localized;
  readonly when: readonly RouteCondition[];
  readonly to: readonly string[];
}

/** Leads that want somebody experienced. */
export interface LevelRule {
  readonly level: number;
  readonly when: readonly RouteCondition[];
}

/** By what people are told apart once the region has spoken, in the order a company wishes. */
export const ROUTE_FILTERS = ['industry', 'expertise', 'language', 'level'] as const;

export type RouteFilter = (typeof ROUTE_FILTERS)[number];

/**
 * Which hours an SLA counts: `working` those of the territory's working day; `workdays` all 24 of a working day, so that
 * only weekends, holidays and leave stand still; `calendar` all there are.
 */
export const SLA_CLOCKS = ['working', 'workdays', 'calendar'] as const;

export type SlaClock = (typeof SLA_CLOCKS)[number];

/** What happens while an owner gives no verdict; hours since they have the lead, by `clock`. */
export interface SlaRules {
  readonly clock: SlaClock;
  readonly remindAfter: readonly number[];
  readonly escalateAfter: number;
  readonly passOnAfter: number;
  /** How often it is given to another before it goes into the queue. */
  readonly maxPassOns: number;
}

export interface SalesPerson {
  readonly id: string;
  readonly name: Localized;
  /** Empty for one who takes no leads. */
  readonly territories: readonly string[];
  readonly industries: readonly string[];
  /** Families of products they know. */
  readonly families: readonly string[];
  readonly languages: readonly Locale[];
  /** 1 for a beginner, 3 for who leads. */
  readonly level: number;
  readonly maxOpen: number;
  readonly maxPerDay: number;
  readonly maxClaimsPerDay: number;
  readonly away: readonly DayRange[];
  /** The first day they are no longer there. */
  readonly left: string | null;
  /** Who takes their leads over. */
  readonly successor: string | null;
  /** Who is told when they give no verdict. */
  readonly reportsTo: string | null;
}

/** Everything by which a lead finds its owner, and is kept from being forgotten. */
export interface RoutingRules {
  /** `<number>-<digest>`: the company's number, and a digest of all that stands here, people included. */
  readonly version: string;
  /** Who looks after what waits in the queue of no territory. */
  readonly keeper: string;
  readonly territories: readonly Territory[];
  readonly rules: readonly RouteRule[];
  readonly order: readonly RouteFilter[];
  readonly levels: readonly LevelRule[];
  readonly sla: SlaRules;
  readonly people: readonly SalesPerson[];
}
