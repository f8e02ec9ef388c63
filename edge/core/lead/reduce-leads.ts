import type { LeadEvent, LeadHistory, LeadState, LeadStep } from '../../contract/lead/lead-event.ts';
import { applyLeadEvent } from './apply-lead-event.ts';

export interface ReducedLeads {
  /** In the order they were opened. */
  readonly leads: readonly LeadHistory[];
  /** Events of leads whose registration is not known, in the order they happened. */
  readonly parked: readonly LeadEvent[];
}

/**
 * Makes the leads of one contact out of all their events. A registration joins the lead of its product line that is
 * open when it comes, or opens one. Total; the order of the events, and how often each is given, make no difference:
 * they are taken by time, then by id. So a merge of two contacts is the leads of both their events together, and a split
 * is the leads of each. A lead is known under the id of any of its registrations.
 */
export function reduceLeads(events: Iterable<LeadEvent>): ReducedLeads {
  const leads: OpenLead[] = [];
  const byRegistration = new Map<string, OpenLead>();
  const waiting = new Map<string, LeadEvent[]>();
  for (const event of inOrder(events)) {
    if (event.type === 'registered') {
      if (byRegistration.has(event.lead)) continue;
      const lead =
        leads.find(({ state }) => state.line === event.line && state.closedAt === null) ?? open(event);
      if (!leads.includes(lead)) leads.push(lead);
      byRegistration.set(event.lead, lead);
      lead.apply(event);
      for (const early of waiting.get(event.lead) ?? []) lead.apply(early);
      waiting.delete(event.lead);
    } else {
      const lead = byRegistration.get(event.lead);
      if (lead) lead.apply(event);
      else waiting.set(event.lead, [...(waiting.get(event.lead) ?? []), event]);
    }
  }
  return {
    leads: leads.map(({ state, steps }) => ({ state, steps })),
    parked: [...waiting.values()].flat().toSorted(byTime),
  };
}

interface OpenLead extends LeadHistory {
  apply(event: LeadEvent): void;
}

function open(event: Extract<LeadEvent, { type: 'registered' }>): OpenLead {
  const { lead: id, line, at } = event;
  let state: LeadState = { ...NEW, id, line, openedAt: at, stageSince: at };
  const steps: LeadStep[] = [];
  const newest = new Map<string, number>();
  return {
    get state() {
      return state;
    },
    steps,
    apply(next) {
      const applied = isStale(next, newest) ? 'stale' : applyLeadEvent(state, next);
      const noEffect = typeof applied === 'string' ? applied : null;
      const from = state.stage;
      if (typeof applied !== 'string') {
        state = { ...state, ...applied };
        if (state.stage !== from) state = { ...state, stageSince: next.at };
      }
      steps.push({ event: next, from, to: state.stage, noEffect });
    },
  };
}

const NEW = {
  stage: 'raw',
  rest: 'raw',
  owner: null,
  ownerSince: null,
  formerOwners: [],
  queue: null,
  closedAt: null,
  registrations: [],
  rejections: 0,
  returns: 0,
  passedOn: 0,
  reminders: 0,
  escalatedTo: null,
  lastContactAt: { marketing: null, sales: null },
} as const satisfies Partial<LeadState>;

/** A system counts the changes of each of its records, and of merged contacts there are several. */
function isStale({ version, lead }: LeadEvent, newest: Map<string, number>): boolean {
  if (!version) return false;
  const key = JSON.stringify([version.system, lead]);
  const last = newest.get(key) ?? Number.NEGATIVE_INFINITY;
  if (!(version.number > last)) return true;
  newest.set(key, version.number);
  return false;
}

/** Each event once. Of two that wrongly share an id the earlier counts. */
function inOrder(events: Iterable<LeadEvent>): LeadEvent[] {
  const seen = new Set<string>();
  return [...events].toSorted(byTime).filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function byTime(a: LeadEvent, b: LeadEvent): number {
  return timeOf(a) - timeOf(b) || compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b));
}

function timeOf({ at }: LeadEvent): number {
  return Number.isFinite(at) ? at : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
