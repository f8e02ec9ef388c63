import type { Locale } from '../../edge/contract/locale.ts';
import { composeLeadRules } from '../../edge/contract/lead/compose-lead-rules.ts';
import type { LeadChanges, LeadRules } from '../../edge/contract/lead/lead-rules.ts';
import type { SalesPerson, WorkTimes } from '../../edge/contract/lead/routing-rules.ts';
import type { PageTopic } from '../../edge/contract/lead/scoring-rules.ts';
import type { Content, Entry, Person } from '../../site/loader/content.ts';
import { dayRangeOf } from '../../site/schemas/day-range-schema.ts';
import { minutesOf } from '../../site/schemas/time-of-day-schema.ts';

/** The rules of the lead pool by a checked content folder. */
export function leadRulesOf(content: Content): LeadRules {
  const { site, people, entries } = content;
  return composeLeadRules(changesOf(content), {
    timeZone: site.timeZone,
    leadOwner: site.leads.owner,
    people: Object.values(people).map(salesPerson),
    pages: Object.fromEntries(entries.map((entry) => [entry.id, topicOf(entry)])),
  });
}

/** Examples are for who writes the rules: they go no further. */
function changesOf({ scoring, routing, credit }: Content): LeadChanges {
  return { scoring: scoring && scoringChanges(scoring), routing: routing && routingChanges(routing), credit };
}

function scoringChanges({
  examples: _,
  ...scoring
}: NonNullable<Content['scoring']>): LeadChanges['scoring'] {
  return scoring;
}

type Routing = NonNullable<Content['routing']>;

function routingChanges({
  examples: _,
  calendars,
  territories,
  ...routing
}: Routing): LeadChanges['routing'] {
  const times = new Map(calendars.map((calendar) => [calendar.id, workTimes(calendar)]));
  return {
    ...routing,
    territories: territories.map(({ id, name, where, calendar, keeper }) => {
      const work = times.get(calendar);
      if (!work) throw new Error(`territory ${id} has no calendar`);
      return { id, name, where, work, keeper };
    }),
  };
}

function workTimes({
  timeZone,
  days,
  from,
  to,
  holidays,
  workdays,
}: Routing['calendars'][number]): WorkTimes {
  return {
    timeZone,
    days,
    from: minutesOf(from) ?? 0,
    to: minutesOf(to) ?? 0,
    holidays: holidays.map(dayRangeOf),
    workdays,
  };
}

function salesPerson({ id, name, leads, left, successor }: Person): SalesPerson {
  return {
    id,
    name,
    territories: leads?.territories ?? [],
    industries: leads?.industries ?? [],
    families: leads?.families ?? [],
    languages: leads?.languages ?? BOTH,
    level: leads?.level ?? 1,
    maxOpen: leads?.maxOpen ?? 0,
    maxPerDay: leads?.maxPerDay ?? 0,
    maxClaimsPerDay: leads?.maxClaimsPerDay ?? 0,
    away: leads?.away.map(dayRangeOf) ?? [],
    left: left ?? null,
    successor: successor ?? null,
    reportsTo: leads?.reportsTo ?? null,
  };
}

const BOTH: readonly Locale[] = ['zh', 'en'];

/** What does not depend on the language is the same in both. */
function topicOf({ pages }: Entry): PageTopic {
  const { stage, industries, family } = pages.en.head;
  return { stage, industries, ...(family !== undefined && { family }) };
}
