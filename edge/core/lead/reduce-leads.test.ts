import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAD_STAGES, type LeadEvent, SETTABLE_STAGES } from '../../contract/lead/lead-event.ts';
import { explainStep } from './explain-history.ts';
import { reduceLeads } from './reduce-leads.ts';

type Part = Partial<LeadEvent> & { readonly type: LeadEvent['type'] };

/** Events an hour apart, in this order, of the lead `r1` unless they say otherwise. */
function history(...parts: readonly Part[]): LeadEvent[] {
  return parts.map((part, index) => {
    const registered = part.type === 'registered' ? { line: 'gauges', entry: 'whitepapers/x' } : {};
    return { id: `e${index}`, lead: 'r1', at: index, by: 'system', ...registered, ...part } as LeadEvent;
  });
}

function only(events: readonly LeadEvent[]) {
  const { leads, parked } = reduceLeads(events);
  expect(leads).toHaveLength(1);
  expect(parked).toEqual([]);
  return leads[0]!;
}

const REGISTERED: Part = { type: 'registered' };
const TO_XU: Part = { type: 'assigned', to: 'xu' };

describe('the life of a lead', () => {
  test.each<[string, Part[], Record<string, unknown>]>([
    ['is raw when somebody registers', [], { stage: 'raw', owner: null, registrations: ['r1'] }],
    ['becomes an MQL by a rule', [{ type: 'qualified', rule: 'mql.1' }], { stage: 'mql', rest: 'mql' }],
    ['waits for a verdict once assigned', [TO_XU], { stage: 'assigned', owner: 'xu', ownerSince: 1 }],
    ['is worked on once accepted', [TO_XU, { type: 'accepted' }], { stage: 'accepted', owner: 'xu' }],
    [
      'goes back to MQL when rejected',
      [TO_XU, { type: 'rejected' }],
      { stage: 'mql', owner: null, rejections: 1, formerOwners: ['xu'] },
    ],
    [
      'comes back marked apart when returned after work',
      [TO_XU, { type: 'accepted' }, { type: 'returned' }],
      { stage: 'returned', rest: 'returned', owner: null, returns: 1, rejections: 0 },
    ],
    [
      'is returned, not rejected, by who had accepted it',
      [TO_XU, { type: 'accepted' }, { type: 'rejected' }],
      { stage: 'returned', returns: 1, rejections: 0 },
    ],
    [
      'rests as a returned one after the next owner lets it go',
      [TO_XU, { type: 'returned' }, { type: 'assigned', to: 'lin' }, { type: 'released' }],
      { stage: 'returned', owner: null, formerOwners: ['xu', 'lin'] },
    ],
    ['is accepted by who claims it', [{ type: 'claimed', by: 'xu' }], { stage: 'accepted', owner: 'xu' }],
    [
      'belongs to the first who claims it',
      [
        { type: 'claimed', by: 'xu' },
        { type: 'claimed', by: 'lin' },
      ],
      { owner: 'xu' },
    ],
    [
      'keeps its stage under the next owner while it is worked on',
      [
        TO_XU,
        { type: 'accepted' },
        { type: 'stage_set', stage: 'opportunity' },
        { type: 'assigned', to: 'lin' },
      ],
      { stage: 'opportunity', owner: 'lin', formerOwners: ['xu'], passedOn: 0 },
    ],
    [
      'counts how often it was passed on without a verdict',
      [
        TO_XU,
        { type: 'reminded', nth: 1 },
        { type: 'escalated', to: 'boss' },
        { type: 'assigned', to: 'lin' },
      ],
      { stage: 'assigned', owner: 'lin', passedOn: 1, reminders: 0, escalatedTo: null },
    ],
    [
      'waits in a queue',
      [TO_XU, { type: 'queued', queue: 'germany' }],
      { stage: 'raw', owner: null, queue: 'germany' },
    ],
    [
      'may go between accepted and opportunity as its CRM says',
      [TO_XU, { type: 'stage_set', stage: 'opportunity' }, { type: 'stage_set', stage: 'accepted' }],
      { stage: 'accepted' },
    ],
    [
      'ends when won',
      [TO_XU, { type: 'stage_set', stage: 'won' }],
      { stage: 'won', closedAt: 2, owner: 'xu' },
    ],
    [
      'can still be won once lost',
      [
        { type: 'stage_set', stage: 'lost' },
        { type: 'stage_set', stage: 'won' },
      ],
      { stage: 'won', closedAt: 2 },
    ],
    [
      'remembers who last got in touch',
      [
        { type: 'contacted', team: 'sales' },
        { type: 'contacted', team: 'marketing' },
      ],
      { lastContactAt: { sales: 1, marketing: 2 } },
    ],
  ])('%s', (_, parts, expected) => {
    expect(only(history(REGISTERED, ...parts)).state).toMatchObject(expected);
  });

  test.each<[string, Part[], string]>([
    [
      'nothing after it is won',
      [
        { type: 'stage_set', stage: 'won' },
        { type: 'stage_set', stage: 'lost' },
      ],
      'closed',
    ],
    ['no verdict after it is lost', [{ type: 'stage_set', stage: 'lost' }, { type: 'accepted' }], 'closed'],
    ['an owner who has it already', [TO_XU, TO_XU], 'already'],
    ['a verdict where nobody has it', [{ type: 'rejected' }], 'unheld'],
    ['a claim of what somebody has', [TO_XU, { type: 'claimed', by: 'lin' }], 'held'],
    ['going back by hand', [TO_XU, { type: 'stage_set', stage: 'mql' }], 'backwards'],
    [
      'a second reminder of the same number',
      [TO_XU, { type: 'reminded', nth: 1 }, { type: 'reminded', nth: 1 }],
      'already',
    ],
    [
      'a queue while it is worked on',
      [
        { type: 'claimed', by: 'xu' },
        { type: 'queued', queue: null },
      ],
      'held',
    ],
    [
      'an older word of the same system',
      [
        { type: 'stage_set', stage: 'opportunity', version: { system: 'crm', number: 7 } },
        { type: 'stage_set', stage: 'accepted', version: { system: 'crm', number: 6 } },
      ],
      'stale',
    ],
  ])('keeps in its history, without effect, %s', (_, parts, noEffect) => {
    const { steps } = only(history(REGISTERED, ...parts));
    const last = steps.at(-1)!;
    expect(last).toMatchObject({ noEffect });
    expect(last.from).toBe(last.to);
    expect(steps.slice(0, -1).every((step) => step.noEffect === null)).toBe(true);
  });

  test('is told in sentences, in both languages', () => {
    const { steps } = only(
      history(
        REGISTERED,
        { ...TO_XU, by: 'rule:region', why: 'East China' },
        { type: 'rejected', by: 'xu' },
        TO_XU,
        {
          type: 'stage_set',
          stage: 'mql',
          by: 'crm',
        },
      ),
    );
    expect(steps.map((step) => explainStep(step, 'en'))).toMatchInlineSnapshot(`
      [
        "system: registered for whitepapers/x",
        "rule:region: assigned to xu, raw → assigned (East China)",
        "xu: rejected, assigned → MQL",
        "system: assigned to xu, MQL → assigned",
        "crm: set to MQL, without effect: only a verdict takes a stage back",
      ]
    `);
    expect(steps.map((step) => explainStep(step, 'zh'))).toMatchInlineSnapshot(`
      [
        "system：登记 whitepapers/x",
        "rule:region：分配给 xu，原始线索 → 已分配（East China）",
        "xu：拒绝，已分配 → MQL",
        "system：分配给 xu，MQL → 已分配",
        "crm：设为MQL，未生效：阶段只能靠拒绝或退回往回走",
      ]
    `);
  });
});

describe('the leads of a contact', () => {
  test('are one for each product line while it is open, and later registrations join it', () => {
    const { leads } = reduceLeads(
      history(
        REGISTERED,
        { type: 'registered', lead: 'r2', line: 'controllers' },
        { type: 'registered', lead: 'r3' },
        { type: 'stage_set', stage: 'won', lead: 'r3' },
        { type: 'registered', lead: 'r4' },
      ),
    );
    expect(
      leads.map(({ state: { id, line, stage, registrations } }) => ({ id, line, stage, registrations })),
    ).toEqual([
      { id: 'r1', line: 'gauges', stage: 'won', registrations: ['r1', 'r3'] },
      { id: 'r2', line: 'controllers', stage: 'raw', registrations: ['r2'] },
      { id: 'r4', line: 'gauges', stage: 'raw', registrations: ['r4'] },
    ]);
  });

  test('take what was told before their registration was known', () => {
    const [accepted, registered] = history({ type: 'accepted', by: 'xu' }, REGISTERED);
    expect(only([accepted!, registered!]).state).toMatchObject({ stage: 'accepted', owner: 'xu' });
  });

  test('leave what belongs to none of them parked', () => {
    const events = history(REGISTERED, { type: 'accepted', lead: 'unknown' });
    expect(reduceLeads(events)).toMatchObject({ leads: [{ state: { stage: 'raw' } }], parked: [events[1]] });
  });

  test('become one when two contacts turn out to be one, and two when they are split again', () => {
    const first = history(REGISTERED, TO_XU);
    const second = history(
      { type: 'registered', lead: 'r2', at: 5 },
      { type: 'claimed', lead: 'r2', by: 'lin', at: 6 },
    ).map((event) => ({ ...event, id: `other-${event.id}` }));
    expect(reduceLeads([...second, ...first]).leads.map(({ state }) => state)).toMatchObject([
      { id: 'r1', registrations: ['r1', 'r2'], owner: 'xu', stage: 'assigned' },
    ]);
    expect(reduceLeads(second).leads).toMatchObject([
      { state: { id: 'r2', owner: 'lin', stage: 'accepted' } },
    ]);
  });
});

const id = fc.constantFrom('r1', 'r2', 'r3', 'r4');
const person = fc.constantFrom('xu', 'lin', 'katrin');
const part = fc.oneof(
  fc.record({
    type: fc.constant('registered'),
    line: fc.constantFrom('gauges', 'cameras'),
    entry: fc.constant('x'),
  }),
  fc.record({ type: fc.constant('qualified'), rule: fc.constant('mql.1') }),
  fc.record({ type: fc.constant('assigned'), to: person }),
  fc.record({ type: fc.constant('queued'), queue: fc.constantFrom(null, 'germany') }),
  fc.record({ type: fc.constantFrom('accepted', 'rejected', 'returned', 'claimed', 'released') }),
  fc.record({ type: fc.constant('stage_set'), stage: fc.constantFrom(...SETTABLE_STAGES) }),
  fc.record({ type: fc.constant('contacted'), team: fc.constantFrom('marketing', 'sales') }),
  fc.record({ type: fc.constant('reminded'), nth: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('escalated'), to: person }),
  fc.record({ type: fc.constantFrom('merged', 'split'), contact: fc.constant('c2') }),
);
const event = fc
  .tuple(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{1,3}$/),
      lead: id,
      at: fc.integer({ min: 0, max: 20 }),
      by: person,
      version: fc.option(
        fc.record({ system: fc.constantFrom('crm', 'erp'), number: fc.integer({ min: 0, max: 5 }) }),
        { nil: undefined },
      ),
    }),
    part,
  )
  .map(([base, rest]) => ({ ...base, ...rest }));

const histories = fc.array(event, { maxLength: 40 });

describe('any history', () => {
  test('comes to the same leads in any order, however often each event is given', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events, ...events], {
              minLength: events.length * 3,
            }),
          ),
        ),
        ([events, shuffled]) => {
          expect(reduceLeads(shuffled)).toEqual(reduceLeads(events));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('keeps every event once, in a lead or parked', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { leads, parked } = reduceLeads(events);
        const kept = [
          ...leads.flatMap(({ steps }) => steps.map((step) => step.event.id)),
          ...parked.map((each) => each.id),
        ];
        expect(new Set(kept).size).toBe(kept.length);
        const lost = new Set(events.map((each) => each.id).filter((each) => !kept.includes(each)));
        // A registration that is told twice under two ids is one registration.
        const told = new Set(leads.flatMap(({ state }) => state.registrations));
        for (const lostId of lost) {
          const twice = events.filter((each) => each.id === lostId);
          expect(
            twice.every((each) => each.type === 'registered' && told.has(each.lead)) || twice.length > 1,
          ).toBe(true);
        }
      }),
    );
  });

  test('never takes a lead back from won, nor from lost to anything but won', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const { steps } of reduceLeads(events).leads) {
          for (const { from, to } of steps) {
            if (from === 'won') expect(to).toBe('won');
            if (from === 'lost') expect(['lost', 'won']).toContain(to);
          }
        }
      }),
    );
  });

  test('has no owner while it rests, and one open lead a line', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const states = reduceLeads(events).leads.map(({ state }) => state);
        for (const { stage, owner, ownerSince, closedAt } of states) {
          expect(LEAD_STAGES).toContain(stage);
          if (['raw', 'mql', 'returned'].includes(stage)) expect(owner).toBeNull();
          if (stage === 'assigned') expect(owner).not.toBeNull();
          expect(owner === null).toBe(ownerSince === null);
          expect(closedAt !== null).toBe(stage === 'won' || stage === 'lost');
        }
        const open = states.filter(({ closedAt }) => closedAt === null).map(({ line }) => line);
        expect(new Set(open).size).toBe(open.length);
      }),
    );
  });
});
