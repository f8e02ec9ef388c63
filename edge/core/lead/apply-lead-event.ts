import type { LeadEvent, LeadState, NoEffect, SettableStage } from '../../contract/lead/lead-event.ts';

/** What an event makes of a lead, or why it makes nothing of it. */
export type Applied = Partial<LeadState> | NoEffect;

/**
 * The rules of a lead's life, one event at a time. What is won stays won; what is lost can only still be won. A stage
 * goes back by a verdict or by letting go, never by being set.
 */
export function applyLeadEvent(state: LeadState, event: LeadEvent): Applied {
  const isClosed = state.closedAt !== null;
  switch (event.type) {
    case 'registered':
      return { registrations: [...state.registrations, event.lead] };
    case 'contacted':
      return { lastContactAt: { ...state.lastContactAt, [event.team]: event.at } };
    case 'merged':
    case 'split':
      return {};
    case 'stage_set':
      return setStage(state, event.stage, event.at);
    case 'qualified':
      if (isClosed) return 'closed';
      return state.stage === 'raw' ? { stage: 'mql', rest: 'mql' } : 'already';
    default:
      return isClosed ? 'closed' : applyToOpen(state, event);
  }
}

type OpenEvent = Extract<
  LeadEvent,
  {
    type:
      | 'assigned'
      | 'queued'
      | 'accepted'
      | 'rejected'
      | 'returned'
      | 'claimed'
      | 'released'
      | 'reminded'
      | 'escalated';
  }
>;

function applyToOpen(state: LeadState, event: OpenEvent): Applied {
  const { stage, owner } = state;
  switch (event.type) {
    case 'assigned':
      return assign(state, { to: event.to, at: event.at });
    case 'queued':
      if (isWorkedOn(state)) return 'held';
      return { ...letGo(state), queue: event.queue ?? '' };
    case 'accepted':
      return isWorkedOn(state) ? 'already' : take(state, { by: owner ?? event.by, at: event.at });
    case 'claimed':
      if (owner !== null && owner !== event.by) return 'held';
      return isWorkedOn(state) ? 'already' : take(state, { by: event.by, at: event.at });
    case 'rejected':
      if (stage === 'assigned')
        return { ...letGo(state), ...VERDICT, stage: 'mql', rest: 'mql', rejections: state.rejections + 1 };
      return isWorkedOn(state) ? giveBack(state) : 'unheld';
    case 'returned':
      return isHeld(state) ? giveBack(state) : 'unheld';
    case 'released':
      return isHeld(state) ? letGo(state) : 'unheld';
    case 'reminded':
      if (stage !== 'assigned') return 'unheld';
      return event.nth > state.reminders ? { reminders: event.nth } : 'already';
    case 'escalated':
      if (stage !== 'assigned') return 'unheld';
      return state.escalatedTo === event.to ? 'already' : { escalatedTo: event.to };
  }
}

/** How far along; who sets a stage can't go below. */
const RANKS = {
  raw: 0,
  mql: 1,
  returned: 1,
  assigned: 2,
  accepted: 3,
  opportunity: 3,
  lost: 4,
  won: 5,
} as const;

function setStage(state: LeadState, stage: SettableStage, at: number): Applied {
  if (state.stage === stage) return 'already';
  const isOver = state.closedAt !== null;
  if (isOver && !(state.stage === 'lost' && stage === 'won')) return 'closed';
  if (RANKS[stage] < RANKS[state.stage]) return 'backwards';
  if (stage === 'mql') return state.stage === 'raw' ? { stage, rest: 'mql' } : 'already';
  if (stage === 'won' || stage === 'lost') return { ...VERDICT, stage, closedAt: at, queue: null };
  return { ...VERDICT, stage, queue: null };
}

/** A lead that is worked on keeps its stage under its next owner. */
function assign(state: LeadState, { to, at }: { to: string; at: number }): Applied {
  if (state.owner === to) return 'already';
  const { owner, stage } = state;
  return {
    ...holding(to, at),
    rest: isResting(stage) ? stage : state.rest,
    stage: isWorkedOn(state) ? stage : 'assigned',
    formerOwners: withFormer(state),
    passedOn: owner !== null && stage === 'assigned' ? state.passedOn + 1 : state.passedOn,
  };
}

function take(state: LeadState, { by, at }: { by: string; at: number }): Partial<LeadState> {
  const { owner, ownerSince, stage } = state;
  return {
    ...holding(by, owner === by && ownerSince !== null ? ownerSince : at),
    ...VERDICT,
    rest: isResting(stage) ? stage : state.rest,
    stage: 'accepted',
  };
}

/** After work: a marketing-returned lead. */
function giveBack(state: LeadState): Partial<LeadState> {
  return { ...letGo(state), ...VERDICT, stage: 'returned', rest: 'returned', returns: state.returns + 1 };
}

function letGo(state: LeadState): Partial<LeadState> {
  return { ...NOBODY, stage: isHeld(state) ? state.rest : state.stage, formerOwners: withFormer(state) };
}

const NOBODY = { owner: null, ownerSince: null, reminders: 0, escalatedTo: null, queue: null } as const;

/** Whoever speaks is waited for no longer. */
const VERDICT = { passedOn: 0, reminders: 0, escalatedTo: null } as const;

function holding(owner: string, at: number): Partial<LeadState> {
  return { ...NOBODY, owner, ownerSince: at };
}

function withFormer({ owner, formerOwners }: LeadState): readonly string[] {
  return owner === null ? formerOwners : [...formerOwners.filter((id) => id !== owner), owner];
}

function isResting(stage: LeadState['stage']): stage is LeadState['rest'] {
  return stage === 'raw' || stage === 'mql' || stage === 'returned';
}

function isWorkedOn({ stage }: LeadState): boolean {
  return stage === 'accepted' || stage === 'opportunity';
}

function isHeld({ stage }: LeadState): boolean {
  return !isResting(stage);
}
