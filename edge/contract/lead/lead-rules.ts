import type { CreditRules } from './credit-rules.ts';
import type { RoutingRules } from './routing-rules.ts';
import type { ScoringRules } from './scoring-rules.ts';

/** All rules of the lead pool. */
export interface LeadRules {
  readonly scoring: ScoringRules;
  readonly routing: RoutingRules;
  readonly credit: CreditRules;
}

/** What a company's files say; null where there is no such file. */
export interface LeadChanges {
  readonly scoring: (Omit<ScoringRules, 'version' | 'timeZone' | 'pages'> & Versioned) | null;
  readonly routing:
    | (Omit<RoutingRules, 'version' | 'people' | 'keeper'> & Versioned & { keeper?: string | undefined })
    | null;
  readonly credit: (Omit<CreditRules, 'version'> & Versioned) | null;
}

interface Versioned {
  /** Counted up by people. */
  readonly version: number;
}
