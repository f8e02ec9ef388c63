import type { LeadState } from '../../contract/lead/lead-event.ts';
import type { CompiledRouting } from './compile-routing.ts';
import type { Load } from './route-decision.ts';

export type ClaimAnswer =
  | { readonly outcome: 'granted' }
  | {
      readonly outcome: 'refused';
      /** `held`: somebody has it. `closed`: it is won or lost. `day-full`: enough claims today. `full`: enough leads. */
      readonly reason: 'unknown-person' | 'left' | 'held' | 'closed' | 'day-full' | 'full';
    };

/** Whether a person may take a lead out of the pool by hand. @param claimed How many they took today, as their clock says. */
export function checkClaim(
  { lead, person: id, load, claimed, now }: Claim,
  routing: CompiledRouting,
): ClaimAnswer {
  const person = routing.people.get(id);
  if (!person) return { outcome: 'refused', reason: 'unknown-person' };
  if (routing.presenceOf(person, now) === 'left') return { outcome: 'refused', reason: 'left' };
  if (lead.closedAt !== null) return { outcome: 'refused', reason: 'closed' };
  if (lead.owner !== null && lead.owner !== id) return { outcome: 'refused', reason: 'held' };
  if (claimed >= person.maxClaimsPerDay) return { outcome: 'refused', reason: 'day-full' };
  if (lead.owner !== id && load.open >= person.maxOpen) return { outcome: 'refused', reason: 'full' };
  return { outcome: 'granted' };
}

export interface Claim {
  readonly lead: LeadState;
  readonly person: string;
  readonly load: Load;
  readonly claimed: number;
  readonly now: number;
}
