import type { CreditRules } from './credit-rules.ts';
import type { RoutingRules } from './routing-rules.ts';
import type { ScoringRules } from './scoring-rules.ts';

/** All rules of the lead pool. */
export interface LeadRules {
  readonly scoring: ScoringRules;
  readonly routing: RoutingRules;
  readonly credit: CreditRules;
}
