import { expect, test } from 'vitest';
import type { Specs } from '../schemas/specs-schema.ts';
import { compareSpecs } from './compare-specs.ts';

const label = (text: string) => ({ zh: text, en: text });

const SMALL: Specs = {
  variants: [
    { id: 'a', name: 'S-1 A' },
    { id: 'b', name: 'S-1 B' },
  ],
  groups: [
    {
      id: 'size',
      label: label('Size'),
      rows: [
        { id: 'width', label: label('Width'), unit: 'mm', values: { a: 10, b: 20 } },
        { id: 'weight', label: label('Weight'), unit: 'kg', value: 1 },
      ],
    },
  ],
};
const LARGE: Specs = {
  variants: [{ id: 'only', name: 'S-2' }],
  groups: [
    { id: 'power', label: label('Power'), rows: [{ id: 'supply', label: label('Supply'), value: '24 V' }] },
    {
      id: 'size',
      label: label('Size'),
      rows: [
        { id: 'weight', label: label('Weight'), unit: 'kg', value: 1 },
        { id: 'width', label: label('Width'), unit: 'mm', values: { only: 30 } },
      ],
    },
  ],
};

test('puts rows with the same id side by side, wherever they stand in each table', () => {
  const products = [
    { slug: 's-1', name: 'S-1', specs: SMALL },
    { slug: 's-2', name: 'S-2', specs: LARGE },
  ];
  expect(compareSpecs(products, 'en')).toMatchObject([
    {
      id: 'size',
      rows: [
        {
          id: 'width',
          differs: true,
          cells: [
            {
              values: [
                { variants: ['A'], text: '10\u00a0mm' },
                { variants: ['B'], text: '20\u00a0mm' },
              ],
            },
            { values: [{ variants: [], text: '30\u00a0mm' }] },
          ],
        },
        { id: 'weight', differs: false },
      ],
    },
    {
      id: 'power',
      rows: [{ id: 'supply', differs: true, cells: [undefined, { values: [{ text: '24 V' }] }] }],
    },
  ]);
});

test('the same value under other conditions differs, and each keeps its own', () => {
  const under = (text: string): Specs => {
    const row = { id: 'rate', label: label('Rate'), value: 1, conditions: label(text) };
    return { ...LARGE, groups: [{ id: 'data', label: label('Data'), rows: [row] }] };
  };
  const [data] = compareSpecs(
    ['hot', 'cold'].map((text) => ({ slug: text, name: text, specs: under(text) })),
    'en',
  );
  expect(data?.rows).toMatchObject([
    { differs: true, cells: [{ conditions: 'hot' }, { conditions: 'cold' }] },
  ]);
});

test('a product alone differs from nobody', () => {
  const [size] = compareSpecs([{ slug: 's-1', name: 'S-1', specs: SMALL }], 'zh');
  expect(size?.rows.map(({ differs }) => differs)).toEqual([false, false]);
});
