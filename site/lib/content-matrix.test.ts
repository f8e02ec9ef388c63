import { expect, test } from 'vitest';
import { contentMatrix, type Placed } from './content-matrix.ts';

const AXES = { industries: ['battery', 'glass'], roles: ['quality', 'purchasing'] };

function placed(id: string, facts: Partial<Placed> = {}): Placed {
  return {
    id,
    kind: 'cases',
    state: 'open',
    roles: ['quality'],
    stage: 'awareness',
    industries: ['battery'],
    ...facts,
  };
}

function summary(entries: readonly Placed[]) {
  return contentMatrix(entries, AXES).map(({ industry, rows, empty }) => ({
    industry,
    empty,
    rows: rows.map(({ role, cells }) => [role, ...cells.map(({ counts }) => counts)]),
  }));
}

test('counts an entry for each of its roles and industries, in its stage', () => {
  const entries = [
    placed('a', { roles: ['quality', 'purchasing'], industries: ['battery', 'glass'] }),
    placed('b'),
    placed('c', { kind: 'products', stage: 'decision' }),
  ];
  expect(summary(entries)).toEqual([
    {
      industry: 'battery',
      empty: 3,
      rows: [
        ['quality', { cases: 2 }, {}, { products: 1 }],
        ['purchasing', { cases: 1 }, {}, {}],
      ],
    },
    {
      industry: 'glass',
      empty: 4,
      rows: [
        ['quality', { cases: 1 }, {}, {}],
        ['purchasing', { cases: 1 }, {}, {}],
      ],
    },
  ]);
});

test('what waits leaves a cell empty and is named; what has expired is not counted', () => {
  const [battery] = contentMatrix(
    [
      placed('draft', { state: 'draft' }),
      placed('later', { state: 'scheduled' }),
      placed('past', { state: 'expired' }),
    ],
    AXES,
  );
  const cell = battery?.rows[0]?.cells[0];
  expect(battery?.empty).toBe(6);
  expect(cell?.open).toEqual([]);
  expect(cell?.waiting.map(({ id }) => id)).toEqual(['draft', 'later']);
});
