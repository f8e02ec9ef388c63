import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { LeadChanges, LeadRules } from './lead-rules.ts';
import type { SalesPerson } from './routing-rules.ts';
import type { PageTopic, ScoringRules } from './scoring-rules.ts';
import { STANDARD_CREDIT, STANDARD_ROUTING, STANDARD_SCORING } from './standard-lead-rules.ts';

/** What else of a site the rules go by. */
export interface LeadSurroundings {
  readonly timeZone: string;
  /** Person id that owns a lead nobody else owns. */
  readonly leadOwner: string;
  readonly people: readonly SalesPerson[];
  /** By entry id. */
  readonly pages: Readonly<Record<string, PageTopic>>;
}

/** The rules in force: the company's, or those that come with Gatehouse where it has none. */
export function composeLeadRules(
  { scoring, routing, credit }: LeadChanges,
  { timeZone, leadOwner, people, pages }: LeadSurroundings,
): LeadRules {
  const { version: scoringVersion, ...scored } = scoring ?? STANDARD_SCORING;
  const { version: routingVersion, ...routed } = routing ?? STANDARD_ROUTING;
  const { version: creditVersion, ...credited } = credit ?? STANDARD_CREDIT;
  return {
    scoring: stamped(scoringVersion, { ...scored, timeZone, pages: asksForTopics(scored) ? pages : {} }),
    routing: stamped(routingVersion, { ...routed, keeper: routed.keeper ?? leadOwner, people }),
    credit: stamped(creditVersion, credited),
  };
}

function asksForTopics({ engagement }: Pick<ScoringRules, 'engagement'>): boolean {
  return engagement.rules.some(({ when }) =>
    when.some(
      ({ stage, industry, family }) => stage !== undefined || industry !== undefined || family !== undefined,
    ),
  );
}

/** Enough to tell apart all rules a company will ever have. */
const DIGEST_LENGTH = 8;

function stamped<R extends object>(version: number, rules: R): R & { readonly version: string } {
  const digest = bytesToHex(sha256(utf8ToBytes(JSON.stringify(rules)))).slice(0, DIGEST_LENGTH);
  return { version: `${version}-${digest}`, ...rules };
}
