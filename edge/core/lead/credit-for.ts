import type { CreditRules } from '../../contract/lead/credit-rules.ts';
import type { Answer } from '../../contract/registration.ts';
import { DAY_MS } from './create-zone.ts';

/** What is known when marketing brings somebody whom sales may know. */
export interface CreditFacts {
  /** When marketing's lead came, ms since the epoch. */
  readonly at: number;
  /** What the contact does, as they answered. */
  readonly role: Answer | null;
  /** What the CRM has of the company then; null where it has nothing. */
  readonly crm: {
    /** When sales last got in touch; null for never. */
    readonly lastContactAt: number | null;
    /** What sales' own contact there does. */
    readonly role: Answer | null;
  } | null;
}

export interface Credit {
  /** Both shares add up to 1. */
  readonly marketing: number;
  readonly sales: number;
  /** Who goes on; `sales` means that the lead goes to the owner the CRM names. */
  readonly leads: 'marketing' | 'sales';
  readonly rule: 'not-in-crm' | 'untouched' | 'ranks-higher' | 'ranks-lower' | 'sales-active';
  /** When marketing must have got in touch; null where it need not. */
  readonly contactDueAt: number | null;
  /** Since sales was last in touch; null where it never was. */
  readonly untouchedDays: number | null;
  /** Places in the rules' order of roles, 1 decides most; null for a role that is not listed. */
  readonly ranks: { readonly marketing: number | null; readonly sales: number | null };
  readonly rulesVersion: string;
}

/** Who gets the credit for a lead that both may claim, by the first rule that fits. Calendar days. */
export function creditFor({ at, role, crm }: CreditFacts, rules: CreditRules): Credit {
  const ranks = { marketing: rankOf(role, rules), sales: rankOf(crm?.role ?? null, rules) };
  const lastContactAt = crm?.lastContactAt ?? null;
  const untouchedDays =
    lastContactAt === null ? null : Math.max(0, Math.floor((at - lastContactAt) / DAY_MS));
  const facts = { ranks, untouchedDays, rulesVersion: rules.version };
  const marketings = { ...facts, marketing: 1, sales: 0, leads: 'marketing', contactDueAt: null } as const;
  if (!crm) return { ...marketings, rule: 'not-in-crm' };
  if (untouchedDays === null || untouchedDays >= rules.untouchedDays)
    return { ...marketings, rule: 'untouched', contactDueAt: at + rules.contactWithinDays * DAY_MS };
  if (ranks.marketing !== null && ranks.sales !== null && ranks.marketing < ranks.sales)
    return { ...marketings, rule: 'ranks-higher' };
  const { marketing, sales } = rules.shared;
  const share = marketing / (marketing + sales);
  return {
    ...facts,
    marketing: share,
    sales: 1 - share,
    leads: 'sales',
    rule:
      ranks.marketing !== null && ranks.sales !== null && ranks.marketing > ranks.sales
        ? 'ranks-lower'
        : 'sales-active',
    contactDueAt: null,
  };
}

/** Of several roles the one that decides most. */
function rankOf(role: Answer | null, { ranks }: CreditRules): number | null {
  const roles = typeof role === 'string' ? [role] : Array.isArray(role) ? (role as readonly string[]) : [];
  const index = ranks.findIndex((equal) => equal.some((one) => roles.includes(one)));
  return index < 0 ? null : index + 1;
}
