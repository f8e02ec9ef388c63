import type { RoutingFacts } from '../../contract/lead/lead-facts.ts';
import type { CompiledRouting } from './compile-routing.ts';
import type { Load, RouteDecision, RouteSituation } from './route-decision.ts';
import { routeLead } from './route-lead.ts';

export interface LeadToRoute {
  readonly id: string;
  readonly facts: RoutingFacts;
  /** Who can't get this one. */
  readonly excluded?: readonly string[];
}

export interface RoutedLead {
  readonly id: string;
  readonly decision: RouteDecision;
}

/**
 * Routes many leads one after the other, each decision burdening the next: those of somebody who has left, or a list
 * that was imported. Lazy, so that any number of them takes no memory.
 */
export function* routeLeads(
  leads: Iterable<LeadToRoute>,
  { routing, situation }: { routing: CompiledRouting; situation: Omit<RouteSituation, 'excluded'> },
): Generator<RoutedLead> {
  const loads = new Map<string, Load>(situation.loads);
  let { cursor } = situation;
  for (const { id, facts, excluded = [] } of leads) {
    const decision = routeLead(facts, {
      routing,
      situation: { now: situation.now, loads, cursor, excluded },
    });
    cursor = decision.cursor;
    if (decision.owner !== null) {
      const { open = 0, today = 0 } = loads.get(decision.owner) ?? {};
      loads.set(decision.owner, { open: open + 1, today: today + 1 });
    }
    yield { id, decision };
  }
}
