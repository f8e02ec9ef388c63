import type { RoutingFacts } from '../../contract/lead/lead-facts.ts';
import type {
  PlaceCondition,
  RouteCondition,
  RouteRule,
  RoutingRules,
  SalesPerson,
  Territory,
} from '../../contract/lead/routing-rules.ts';
import { createWorkClock, type WorkClock } from './create-work-clock.ts';
import { dayOfDate } from './create-zone.ts';
import { answersTest, listTest, regionOf, type Test, textTest } from './lead-conditions.ts';

/** Where a lead comes from. */
export type PlaceFacts = Pick<RoutingFacts, 'country' | 'region' | 'mailDomain'>;

/** Routing rules made ready to be asked for every lead. */
export interface CompiledRouting {
  readonly rules: RoutingRules;
  readonly people: ReadonlyMap<string, SalesPerson>;
  readonly territories: ReadonlyMap<string, Territory>;
  /** Null where no territory fits. */
  territoryOf(facts: PlaceFacts): Territory | null;
  /** The first rule for certain people that holds. */
  ruleFor(facts: RoutingFacts): RouteRule | null;
  /** The level of experience that a lead wants; 0 where it wants none. */
  levelFor(facts: RoutingFacts): number;
  /** By the hours of their first territory, less their leave. */
  clockOf(person: string): WorkClock;
  presenceOf(person: SalesPerson, now: number): 'there' | 'away' | 'left';
}

/** Puts rules into tables; do it once. */
export function compileRouting(rules: RoutingRules): CompiledRouting {
  const people = new Map(rules.people.map((person) => [person.id, person]));
  const territories = new Map(rules.territories.map((territory) => [territory.id, territory]));
  const places = rules.territories.map((territory) => ({
    territory,
    fits: anyOf<PlaceFacts>(territory.where, placeTests),
  }));
  const routes = rules.rules.map((rule) => ({ rule, fits: anyOf(rule.when, routeTests) }));
  const levels = rules.levels.map(({ level, when }) => ({ level, fits: anyOf(when, routeTests) }));
  const clocks = new Map<string, WorkClock>();

  return {
    rules,
    people,
    territories,
    territoryOf: (facts) => places.find(({ fits }) => fits(facts))?.territory ?? null,
    ruleFor: (facts) => routes.find(({ fits }) => fits(facts))?.rule ?? null,
    levelFor: (facts) => Math.max(0, ...levels.filter(({ fits }) => fits(facts)).map(({ level }) => level)),
    clockOf,
    presenceOf({ id, away, left }, now) {
      const day = clockOf(id).dayAt(now);
      if (left !== null && day >= dayOfDate(left)) return 'left';
      const isAway = away.some(({ from, to }) => day >= dayOfDate(from) && day <= dayOfDate(to));
      return isAway ? 'away' : 'there';
    },
  };

  function clockOf(id: string): WorkClock {
    let clock = clocks.get(id);
    if (!clock) {
      const person = people.get(id);
      const home = territories.get(person?.territories[0] ?? '') ?? rules.territories[0];
      clock = home
        ? createWorkClock(home.work, rules.sla.clock, person?.away)
        : createWorkClock(ALWAYS, 'calendar');
      // People are known when the rules are; of others there is nothing to keep.
      if (person) clocks.set(id, clock);
    }
    return clock;
  }
}

/** Of a company that has no territories. */
const ALWAYS: Territory['work'] = {
  timeZone: 'UTC',
  days: [],
  from: 0,
  to: 1440,
  holidays: [],
  workdays: [],
};

function anyOf<F, C = RouteCondition>(
  conditions: readonly C[],
  testsOf: (condition: C) => readonly Test<F>[],
): Test<F> {
  const compiled = conditions.map(testsOf);
  return (facts) => compiled.some((tests) => tests.every((test) => test(facts)));
}

function placeTests({ country, region, mailDomain }: PlaceCondition): Test<PlaceFacts>[] {
  return [
    ...textTest<PlaceFacts>(country, (facts) => facts.country),
    ...textTest<PlaceFacts>(region, regionOf),
    ...textTest<PlaceFacts>(mailDomain, (facts) => facts.mailDomain),
  ];
}

function routeTests(condition: RouteCondition): Test<RoutingFacts>[] {
  const { answers, form, entry, family, industry, language, grade, channel, source } = condition;
  return [
    ...placeTests(condition),
    ...answersTest(answers),
    ...listTest<RoutingFacts>(form, ({ forms }) => forms),
    ...listTest<RoutingFacts>(entry, ({ entries }) => entries),
    ...listTest<RoutingFacts>(industry, ({ industries }) => industries),
    ...textTest<RoutingFacts>(family, ({ line }) => line),
    ...textTest<RoutingFacts>(language, (facts) => facts.language),
    ...textTest<RoutingFacts>(grade, (facts) => facts.grade),
    ...textTest<RoutingFacts>(channel, (facts) => facts.channel),
    ...textTest<RoutingFacts>(source, (facts) => facts.source),
  ];
}
