/**
 * How far sales has come with a lead. `rejected` is no stage: it sends a lead back to `mql`. `returned` is a lead that
 * sales gave back after work (a marketing-returned lead), which is worth more than a new one.
 */
export const LEAD_STAGES = [
  'raw',
  'mql',
  'assigned',
  'accepted',
  'opportunity',
  'won',
  'lost',
  'returned',
] as const;

export type LeadStage = (typeof LEAD_STAGES)[number];

/** Stages that are told by hand or by a CRM; the others follow from what else happens. */
export const SETTABLE_STAGES = ['mql', 'accepted', 'opportunity', 'won', 'lost'] as const;

export type SettableStage = (typeof SETTABLE_STAGES)[number];

/** The line of entries that name no family of products. */
export const DEFAULT_LINE = 'general';

interface EventBase {
  /** Unique and permanent: the same event may arrive again under the same id. */
  readonly id: string;
  /** Public id of a registration of the lead, usually the one that opened it. */
  readonly lead: string;
  /** When it happened, ms since the epoch. */
  readonly at: number;
  /** Person id, name of a system, or `rule:<id>`. */
  readonly by: string;
  /** In words. */
  readonly why?: string | undefined;
  /** Of a system that counts its changes: an event with an older number than one that counted is stale. */
  readonly version?: { readonly system: string; readonly number: number } | undefined;
}

/** What happens to a lead. Immutable; the history of a lead is all its events, and its state follows from them. */
export type LeadEvent = EventBase &
  (
    | { readonly type: 'registered'; readonly line: string; readonly entry: string }
    /** `rule`: the condition of the scoring rules that held. */
    | { readonly type: 'qualified'; readonly rule: string }
    | { readonly type: 'assigned'; readonly to: string }
    /** Nobody could be found: it waits in the queue of a territory, or of all (null). */
    | { readonly type: 'queued'; readonly queue: string | null }
    | { readonly type: 'accepted' | 'rejected' | 'returned' }
    | { readonly type: 'stage_set'; readonly stage: SettableStage }
    /** `by` takes a lead that nobody has, or gives back one without a verdict. */
    | { readonly type: 'claimed' | 'released' }
    | { readonly type: 'contacted'; readonly team: Team }
    /** The owner, for the `nth` time since they have the lead. */
    | { readonly type: 'reminded'; readonly nth: number }
    | { readonly type: 'escalated'; readonly to: string }
    /** The registrations of another contact joined this one's, or left again. */
    | { readonly type: 'merged' | 'split'; readonly contact: string }
  );

/** Who speaks with a customer. */
export type Team = 'marketing' | 'sales';

/** What a history comes to. */
export interface LeadState {
  /** Public id of the registration that opened it. */
  readonly id: string;
  /** Product line: id of a family, or `DEFAULT_LINE`. */
  readonly line: string;
  readonly stage: LeadStage;
  /** Where it rests while nobody has it, and where it goes when it is let go without a verdict. */
  readonly rest: Extract<LeadStage, 'raw' | 'mql' | 'returned'>;
  readonly stageSince: number;
  readonly owner: string | null;
  readonly ownerSince: number | null;
  /** Who had it before, in the order they lost it. */
  readonly formerOwners: readonly string[];
  /** The queue it waits in: a territory, or `''` for all; null where it waits in none. */
  readonly queue: string | null;
  readonly openedAt: number;
  /** When it was won or lost. */
  readonly closedAt: number | null;
  /** In the order they came. */
  readonly registrations: readonly string[];
  readonly rejections: number;
  readonly returns: number;
  /** How often it was given to another while its owner had given no verdict, since the last verdict. */
  readonly passedOn: number;
  /** How often its owner was reminded. */
  readonly reminders: number;
  /** Who was told that its owner gives no verdict. */
  readonly escalatedTo: string | null;
  readonly lastContactAt: Readonly<Record<Team, number | null>>;
}

/** Why an event of a history changes nothing. */
export type NoEffect =
  /** Its system has told something newer. */
  | 'stale'
  /** The lead is won or lost. */
  | 'closed'
  /** It is so already. */
  | 'already'
  /** It would go back without a verdict. */
  | 'backwards'
  /** Another person has the lead. */
  | 'held'
  /** Nobody has the lead. */
  | 'unheld';

export interface LeadStep {
  readonly event: LeadEvent;
  readonly from: LeadStage;
  readonly to: LeadStage;
  /** Null where the event had effect. */
  readonly noEffect: NoEffect | null;
}

export interface LeadHistory {
  readonly state: LeadState;
  /** All events, in the order they happened. */
  readonly steps: readonly LeadStep[];
}
