import type { LeadState } from '../../contract/lead/lead-event.ts';
import type { CompiledRouting } from './compile-routing.ts';

/** What is to be done about a lead whose owner gives no verdict. */
export type SlaStep =
  /** Nobody is waited for. */
  | { readonly step: 'none' }
  /** Nothing before `at`. */
  | { readonly step: 'wait'; readonly at: number }
  | { readonly step: 'remind'; readonly to: string; readonly nth: number; readonly due: number }
  | { readonly step: 'escalate'; readonly to: string; readonly due: number }
  /** Route it anew, without these. */
  | { readonly step: 'pass-on'; readonly excluded: readonly string[]; readonly due: number }
  /** It was passed on often enough. */
  | { readonly step: 'queue'; readonly due: number }
  /** The owner has left: route it anew, without waiting. */
  | { readonly step: 'move'; readonly excluded: readonly string[] };

/**
 * The next thing to do about a lead, and when to look again. Times follow from the history alone, so a relay that slept
 * does the last thing that is due and skips what came before: nobody is reminded of what was taken from them.
 */
export function nextSlaStep(
  state: LeadState,
  { routing, now }: { routing: CompiledRouting; now: number },
): SlaStep {
  const { owner, ownerSince, stage, escalatedTo, reminders, formerOwners } = state;
  if (owner === null || ownerSince === null || state.closedAt !== null) return { step: 'none' };
  const person = routing.people.get(owner);
  if (person && routing.presenceOf(person, now) === 'left') return { step: 'move', excluded: [owner] };
  if (stage !== 'assigned') return { step: 'none' };

  const { sla, keeper } = routing.rules;
  const clock = routing.clockOf(owner);
  const dueAfter = (hours: number): number => clock.after(ownerSince, hours);
  const passOn = dueAfter(sla.passOnAfter);
  if (now >= passOn) {
    return state.passedOn >= sla.maxPassOns
      ? { step: 'queue', due: passOn }
      : { step: 'pass-on', excluded: [...new Set([...formerOwners, owner])], due: passOn };
  }
  const escalation = dueAfter(sla.escalateAfter);
  const told = person?.reportsTo ?? routing.territories.get(person?.territories[0] ?? '')?.keeper ?? keeper;
  if (escalatedTo !== null) return { step: 'wait', at: passOn };
  if (now >= escalation) return { step: 'escalate', to: told, due: escalation };
  const times = sla.remindAfter.map(dueAfter).toSorted((a, b) => a - b);
  const nth = times.filter((time) => now >= time).length;
  if (nth > reminders) return { step: 'remind', to: owner, nth, due: times[nth - 1] ?? now };
  return { step: 'wait', at: Math.min(escalation, passOn, times[nth] ?? Infinity) };
}
