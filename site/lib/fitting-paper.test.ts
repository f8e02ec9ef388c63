import { expect, test } from 'vitest';
import { fittingPaper } from './fitting-paper.ts';

const PAPERS = [
  { id: 'whitepapers/new', industries: ['Printing'] },
  { id: 'whitepapers/old', industries: ['Battery', 'Printing'] },
];

test('a paper that the entry names comes first', () => {
  const entry = { related: ['cases/one', 'whitepapers/old'], industries: ['Printing'] };
  expect(fittingPaper(entry, PAPERS)?.id).toBe('whitepapers/old');
});

test('else the newest for one of its industries', () => {
  expect(fittingPaper({ related: [], industries: ['Battery'] }, PAPERS)?.id).toBe('whitepapers/old');
  expect(fittingPaper({ related: [], industries: ['Printing'] }, PAPERS)?.id).toBe('whitepapers/new');
});

test('a paper for other industries is none', () => {
  expect(fittingPaper({ related: ['whitepapers/gone'], industries: ['Glass'] }, PAPERS)).toBeUndefined();
});
