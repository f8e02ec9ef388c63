import { DEFAULT_LINE } from '../../contract/lead/lead-event.ts';
import type { RoutingFacts } from '../../contract/lead/lead-facts.ts';
import type { RouteFilter, SalesPerson, Territory } from '../../contract/lead/routing-rules.ts';
import type { CompiledRouting } from './compile-routing.ts';
import type {
  LeftOut,
  LeftOutReason,
  RouteDecision,
  RouteSituation,
  RouteStep,
  RouteStepName,
} from './route-decision.ts';

/**
 * Finds who gets a lead: its owner, if there is one, else among those who are free the people of a rule, of the region,
 * of the industry, with the expertise, the language and the level it wants, of these the least busy, of equals the next
 * in turn. A company without territories gives each lead to who owns the entry. Only a region rules people out for
 * good; any other wish that nobody can meet is passed over. Total and deterministic.
 */
export function routeLead(
  facts: RoutingFacts,
  { routing, situation }: { routing: CompiledRouting; situation: RouteSituation },
): RouteDecision {
  const territory = routing.territoryOf(facts);
  const steps: RouteStep[] = [];
  const decide = (owner: string | null): RouteDecision => ({
    owner,
    told: owner ?? territory?.keeper ?? routing.rules.keeper,
    territory: territory?.id ?? null,
    cursor: steps.at(-1)?.step === 'turn' ? owner : situation.cursor,
    steps,
    rulesVersion: routing.rules.version,
  });

  const existing = existingOwner(facts, { routing, situation });
  if (existing) {
    steps.push(existing);
    if (existing.outcome === 'decided') return decide(existing.left[0] ?? null);
  }
  if (routing.rules.territories.length === 0) {
    const { entryOwner } = facts;
    const left = entryOwner === null ? [] : [entryOwner];
    steps.push(step('entry', { outcome: entryOwner === null ? 'unasked' : 'decided', left }));
    return decide(entryOwner);
  }
  const free = narrow(routing.rules.people, {
    step: 'free',
    asked: [],
    steps,
    reasonOf: (person) => unavailable(person, { routing, situation }),
  });
  let people =
    byRule(free, { facts, routing, steps }) ?? byRegion(free, { territory, country: facts.country, steps });
  for (const filter of routing.rules.order) people = byFilter(people, { filter, facts, routing, steps });
  const chosen = byTurn(people, { situation, steps });
  if (chosen === null)
    steps.push(step('queue', { outcome: 'decided', asked: territory ? [territory.id] : [] }));
  return decide(chosen);
}

interface Asking {
  readonly routing: CompiledRouting;
  readonly situation: RouteSituation;
}

interface Wish {
  readonly facts: RoutingFacts;
  readonly routing: CompiledRouting;
  readonly steps: RouteStep[];
}

type People = readonly SalesPerson[];

/** Who has left hands over to their successor, and that one to theirs. */
function existingOwner({ owner }: RoutingFacts, { routing, situation }: Asking): RouteStep | null {
  if (!owner) return null;
  const leftOut: LeftOut[] = [];
  let id: string | null = owner.person;
  while (id !== null && leftOut.length <= routing.people.size) {
    const person = routing.people.get(id);
    const presence: 'there' | 'away' | 'left' = person ? routing.presenceOf(person, situation.now) : 'left';
    const reason: LeftOutReason | 'there' =
      presence === 'there' && situation.excluded.includes(id) ? 'excluded' : presence;
    if (reason === 'there')
      return step('owner', { outcome: 'decided', asked: [owner.person], left: [id], leftOut });
    leftOut.push({ person: id, reason });
    id = reason === 'left' ? (person?.successor ?? null) : null;
  }
  return step('owner', { outcome: 'nobody', asked: [owner.person], leftOut });
}

function unavailable(person: SalesPerson, { routing, situation }: Asking): LeftOutReason | null {
  const presence = routing.presenceOf(person, situation.now);
  if (presence !== 'there') return presence;
  if (person.territories.length === 0) return 'takes-none';
  if (situation.excluded.includes(person.id)) return 'excluded';
  const load = situation.loads.get(person.id);
  if (load && load.open >= person.maxOpen) return 'full';
  return load && load.today >= person.maxPerDay ? 'day-full' : null;
}

/** Null where no rule names people, or none of those it names is free. */
function byRule(people: People, { facts, routing, steps }: Wish): People | null {
  const rule = routing.ruleFor(facts);
  if (!rule) return null;
  const found = narrow(people, {
    step: 'rule',
    asked: [rule.id],
    steps,
    reasonOf: ({ id }) => (rule.to.includes(id) ? null : 'not-named'),
  });
  return found.length > 0 ? found : null;
}

/** Who comes from where nobody sells waits for somebody to look; of whom nothing is known may come from anywhere. */
function byRegion(
  people: People,
  { territory, country, steps }: { territory: Territory | null; country: string | null; steps: RouteStep[] },
): People {
  if (!territory) {
    const outcome = country === null ? 'unasked' : 'nobody';
    const left = country === null ? people : [];
    steps.push(step('region', { outcome, asked: country === null ? [] : [country], left: idsOf(left) }));
    return left;
  }
  return narrow(people, {
    step: 'region',
    asked: [territory.id],
    steps,
    reasonOf: ({ territories }) => (territories.includes(territory.id) ? null : 'territory'),
  });
}

/** A wish: where nobody meets it, all stay. */
function byFilter(people: People, { filter, facts, routing, steps }: Wish & { filter: RouteFilter }): People {
  if (people.length === 0) return people;
  const { asked, reasonOf } = wishOf(filter, { facts, routing });
  if (asked.length === 0) {
    steps.push(step(filter, { outcome: 'unasked', left: idsOf(people) }));
    return people;
  }
  const found = people.filter((person) => reasonOf(person) === null);
  if (found.length > 0) return narrow(people, { step: filter, asked, steps, reasonOf });
  steps.push(step(filter, { outcome: 'nobody', asked, left: idsOf(people) }));
  return people;
}

interface Sieve {
  readonly asked: readonly string[];
  /** Null for who stays. */
  readonly reasonOf: (person: SalesPerson) => LeftOutReason | null;
}

function wishOf(filter: RouteFilter, { facts, routing }: Omit<Wish, 'steps'>): Sieve {
  switch (filter) {
    case 'industry': {
      const asked = facts.industries;
      const knows = ({ industries }: SalesPerson) => industries.some((id) => asked.includes(id));
      return { asked, reasonOf: (person) => (knows(person) ? null : 'industry') };
    }
    case 'expertise': {
      const asked = facts.line === DEFAULT_LINE ? [] : [facts.line];
      return { asked, reasonOf: ({ families }) => (families.includes(facts.line) ? null : 'expertise') };
    }
    case 'language': {
      const { language } = facts;
      if (language === null) return { asked: [], reasonOf: () => null };
      return {
        asked: [language],
        reasonOf: ({ languages }) => (languages.includes(language) ? null : 'language'),
      };
    }
    case 'level': {
      const least = routing.levelFor(facts);
      return {
        asked: least > 0 ? [String(least)] : [],
        reasonOf: ({ level }) => (level >= least ? null : 'level'),
      };
    }
  }
}

/** The least busy for what they can hold; of equals the next after the last one, by id. */
function byTurn(
  people: People,
  { situation, steps }: { situation: RouteSituation; steps: RouteStep[] },
): string | null {
  if (people.length === 0) return null;
  const busy = ({ id, maxOpen }: SalesPerson): number =>
    (situation.loads.get(id)?.open ?? 0) / Math.max(1, maxOpen);
  const least = Math.min(...people.map(busy));
  const idle = narrow(people, {
    step: 'load',
    asked: [],
    steps,
    reasonOf: (person) => (busy(person) > least ? 'busier' : null),
  });
  const inTurn = idsOf(idle).toSorted();
  const { cursor } = situation;
  const next = inTurn.find((id) => cursor === null || id > cursor) ?? inTurn[0] ?? null;
  narrow(idle, {
    step: 'turn',
    asked: [],
    steps,
    reasonOf: ({ id }) => (id === next ? null : 'not-their-turn'),
  });
  return next;
}

function narrow(
  people: People,
  { step: name, asked, steps, reasonOf }: Sieve & { step: RouteStepName; steps: RouteStep[] },
): People {
  const leftOut: LeftOut[] = [];
  const left = people.filter((person) => {
    const reason = reasonOf(person);
    if (reason !== null) leftOut.push({ person: person.id, reason });
    return reason === null;
  });
  const outcome =
    left.length === 0 ? 'nobody' : leftOut.length === 0 ? 'kept' : left.length === 1 ? 'decided' : 'narrowed';
  steps.push(step(name, { outcome, asked, left: idsOf(left), leftOut }));
  return left;
}

function step(name: RouteStepName, facts: Pick<RouteStep, 'outcome'> & Partial<RouteStep>): RouteStep {
  return { asked: [], left: [], leftOut: [], ...facts, step: name };
}

function idsOf(people: People): readonly string[] {
  return people.map(({ id }) => id);
}
