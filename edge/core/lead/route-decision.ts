import type { RouteFilter } from '../../contract/lead/routing-rules.ts';

/** What a person has on their plate. */
export interface Load {
  /** Leads they hold that are neither won nor lost. */
  readonly open: number;
  /** Leads they were given today. */
  readonly today: number;
}

/** What routing must know besides the lead. */
export interface RouteSituation {
  readonly now: number;
  /** By person id; one that is not there has nothing. */
  readonly loads: ReadonlyMap<string, Load>;
  /** Who got the last lead by turn; null at first. */
  readonly cursor: string | null;
  /** Who can't get this one: they rejected it, or let it lie. */
  readonly excluded: readonly string[];
}

export type LeftOutReason =
  | 'left'
  | 'away'
  | 'takes-none'
  | 'excluded'
  | 'full'
  | 'day-full'
  | 'not-named'
  | 'territory'
  | 'industry'
  | 'expertise'
  | 'language'
  | 'level'
  | 'busier'
  | 'not-their-turn';

export interface LeftOut {
  readonly person: string;
  readonly reason: LeftOutReason;
}

export type RouteStepName =
  'owner' | 'entry' | 'free' | 'rule' | 'region' | RouteFilter | 'load' | 'turn' | 'queue';

/** One step of a decision. */
export interface RouteStep {
  readonly step: RouteStepName;
  /**
   * `decided`: by this step one person is left, or the queue. `narrowed`: some are. `kept`: all fit. `nobody`: none of
   * them would, so the step was passed over, or ends the search. `unasked`: the lead says nothing that it could go by.
   */
  readonly outcome: 'decided' | 'narrowed' | 'kept' | 'nobody' | 'unasked';
  /** What was asked for: a person, a territory, industries, a rule. */
  readonly asked: readonly string[];
  /** Who is left. */
  readonly left: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export interface RouteDecision {
  /** Null where the lead goes into a queue. */
  readonly owner: string | null;
  /** Who is told: the owner, or who looks after the queue. */
  readonly told: string;
  /** Where it comes from; the queue is this territory's. Null where no territory fits. */
  readonly territory: string | null;
  /** To be handed in with the next decision. */
  readonly cursor: string | null;
  readonly steps: readonly RouteStep[];
  readonly rulesVersion: string;
}
