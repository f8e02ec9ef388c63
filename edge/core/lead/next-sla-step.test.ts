import { describe, expect, test } from 'vitest';
import type { LeadEvent, LeadState } from '../../contract/lead/lead-event.ts';
import type { RoutingRules, SalesPerson } from '../../contract/lead/routing-rules.ts';
import { personFixture, routingFixture } from '../testing/routing-fixture.ts';
import { checkClaim } from './check-claim.ts';
import { compileRouting } from './compile-routing.ts';
import { nextSlaStep } from './next-sla-step.ts';
import { reduceLeads } from './reduce-leads.ts';

const TUESDAY = Date.parse('2026-11-24T10:00:00+08:00');
const HOUR_MS = 3_600_000;
const PEOPLE = [personFixture('xu', { reportsTo: 'lin' }), personFixture('lin')];

function leadOf(...parts: readonly (Partial<LeadEvent> & { readonly type: LeadEvent['type'] })[]): LeadState {
  const events = [{ type: 'registered', line: 'general', entry: 'x' }, ...parts].map(
    (part, index) => ({ id: `e${index}`, lead: 'r1', by: 'system', at: TUESDAY, ...part }) as LeadEvent,
  );
  return reduceLeads(events).leads[0]!.state;
}

const ASSIGNED = { type: 'assigned', to: 'xu' } as const;

function stepAfter(
  hours: number,
  {
    lead = leadOf(ASSIGNED),
    people = PEOPLE,
    rules,
  }: { lead?: LeadState; people?: readonly SalesPerson[]; rules?: Partial<RoutingRules> } = {},
) {
  return nextSlaStep(lead, {
    routing: compileRouting(routingFixture(people, rules)),
    now: TUESDAY + hours * HOUR_MS,
  });
}

const at = (hours: number): number => TUESDAY + hours * HOUR_MS;

describe('a lead that waits for a verdict', () => {
  test('is left alone until the first reminder', () => {
    expect(stepAfter(0)).toEqual({ step: 'wait', at: at(8) });
  });

  test('is recalled to its owner, once for each time', () => {
    expect(stepAfter(8)).toEqual({ step: 'remind', to: 'xu', nth: 1, due: at(8) });
    const reminded = leadOf(ASSIGNED, { type: 'reminded', nth: 1 });
    expect(stepAfter(9, { lead: reminded })).toEqual({ step: 'wait', at: at(20) });
    expect(stepAfter(21, { lead: reminded })).toEqual({ step: 'remind', to: 'xu', nth: 2, due: at(20) });
  });

  test('is told to the boss, then waits to be passed on', () => {
    expect(stepAfter(24)).toEqual({ step: 'escalate', to: 'lin', due: at(24) });
    const told = leadOf(ASSIGNED, { type: 'escalated', to: 'lin' });
    expect(stepAfter(25, { lead: told })).toEqual({ step: 'wait', at: at(32) });
  });

  test('is told to the keeper of the territory where the owner has no boss', () => {
    expect(stepAfter(24, { people: [personFixture('xu')] })).toMatchObject({ to: 'east-boss' });
    expect(stepAfter(24, { people: [] })).toMatchObject({ to: 'boss' });
  });

  test('is passed on, without those who had it', () => {
    const lead = leadOf({ ...ASSIGNED, to: 'wang' }, { type: 'rejected' }, ASSIGNED);
    expect(stepAfter(32, { lead })).toEqual({ step: 'pass-on', excluded: ['wang', 'xu'], due: at(32) });
  });

  test('goes into the queue after it was passed on often enough', () => {
    const lead = leadOf({ ...ASSIGNED, to: 'wang' }, ASSIGNED);
    expect(stepAfter(32, { lead })).toEqual({ step: 'queue', due: at(32) });
  });

  test('gets the last thing that is due from a relay that slept, and nothing before it', () => {
    expect(stepAfter(21)).toMatchObject({ step: 'remind', nth: 2 });
    expect(stepAfter(31)).toMatchObject({ step: 'escalate' });
    expect(stepAfter(1000)).toMatchObject({ step: 'pass-on' });
  });

  test('comes to an end, step by step, however late each is done', () => {
    let lead = leadOf(ASSIGNED);
    const steps: string[] = [];
    for (let hours = 0; hours < 200; hours += 1) {
      const next = stepAfter(hours, { lead });
      if (next.step === 'wait' || next.step === 'none') continue;
      steps.push(`${next.step} ${hours}`);
      if (next.step === 'remind') lead = { ...lead, reminders: next.nth };
      else if (next.step === 'escalate') lead = { ...lead, escalatedTo: next.to };
      else break;
    }
    expect(steps).toEqual(['remind 8', 'remind 20', 'escalate 24', 'pass-on 32']);
  });

  test('does not wait on weekends, holidays and leave', () => {
    const friday = leadOf({ ...ASSIGNED, at: Date.parse('2026-11-27T17:00:00+08:00') });
    expect(stepAfter(0, { lead: friday })).toEqual({
      step: 'wait',
      at: Date.parse('2026-11-30T01:00:00+08:00'),
    });
    const away = [personFixture('xu', { away: [{ from: '2026-11-25', to: '2026-11-27' }] })];
    expect(stepAfter(24, { people: away })).toMatchObject({ step: 'remind', nth: 1 });
    expect(stepAfter(24 * 5 + 20, { people: away })).toMatchObject({ step: 'remind', nth: 2 });
  });

  test('counts hours of work, where a company wishes so', () => {
    const sla = {
      clock: 'working',
      remindAfter: [],
      escalateAfter: 9,
      passOnAfter: 18,
      maxPassOns: 1,
    } as const;
    expect(stepAfter(0, { rules: { sla } })).toEqual({
      step: 'wait',
      at: Date.parse('2026-11-25T10:00:00+08:00'),
    });
  });
});

describe('other leads', () => {
  test.each<[string, LeadState]>([
    ['nobody has', leadOf()],
    ['somebody accepted', leadOf(ASSIGNED, { type: 'accepted' })],
    ['are lost', leadOf(ASSIGNED, { type: 'stage_set', stage: 'lost' })],
  ])('that %s wait for no verdict', (_, lead) => {
    expect(stepAfter(1000, { lead })).toEqual({ step: 'none' });
  });

  test('of who has left move at once, at whatever stage', () => {
    const people = [personFixture('xu', { left: '2026-11-24' })];
    expect(stepAfter(0, { people })).toEqual({ step: 'move', excluded: ['xu'] });
    expect(stepAfter(0, { people, lead: leadOf(ASSIGNED, { type: 'accepted' }) })).toEqual({
      step: 'move',
      excluded: ['xu'],
    });
    expect(stepAfter(0, { people, lead: leadOf(ASSIGNED, { type: 'stage_set', stage: 'won' }) })).toEqual({
      step: 'none',
    });
  });
});

describe('a claim by hand', () => {
  const claim = (facts: { lead?: LeadState; person?: string; open?: number; claimed?: number } = {}) => {
    const { lead = leadOf(), person = 'xu', open = 0, claimed = 0 } = facts;
    return checkClaim(
      { lead, person, load: { open, today: 0 }, claimed, now: TUESDAY },
      compileRouting(routingFixture([...PEOPLE, personFixture('gone', { left: '2026-01-01' })])),
    );
  };

  test('is granted of what nobody has, and of what was given to oneself', () => {
    expect(claim()).toEqual({ outcome: 'granted' });
    expect(claim({ claimed: 1, open: 9 })).toEqual({ outcome: 'granted' });
    expect(claim({ lead: leadOf(ASSIGNED), open: 10 })).toEqual({ outcome: 'granted' });
  });

  test.each<[string, Parameters<typeof claim>[0]]>([
    ['held', { lead: leadOf(ASSIGNED), person: 'lin' }],
    ['closed', { lead: leadOf({ type: 'stage_set', stage: 'won' }) }],
    ['day-full', { claimed: 2 }],
    ['full', { open: 10 }],
    ['left', { person: 'gone' }],
    ['unknown-person', { person: 'stranger' }],
  ])('is refused as %s', (reason, facts) => {
    expect(claim(facts)).toEqual({ outcome: 'refused', reason });
  });
});
