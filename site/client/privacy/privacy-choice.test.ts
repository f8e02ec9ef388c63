import { describe, expect, it } from 'vitest';
import { isAllowed, type KeptChoice, readChoice } from './privacy-choice.ts';

const CHOICE: KeptChoice = {
  edition: 'abc',
  granted: ['analytics'],
  version: '2026-11',
  textHash: 'h',
  locale: 'zh',
  at: 1,
};

describe('readChoice', () => {
  it('gives a choice back as long as the texts are those it was made under', () => {
    expect(readChoice(JSON.stringify(CHOICE), 'abc')).toEqual(CHOICE);
    expect(readChoice(JSON.stringify(CHOICE), 'abd')).toBeNull();
  });

  it.each([null, '', '{', '7', '"abc"', '[]', '{"edition":"abc"}', '{"edition":"abc","granted":"x","at":1}'])(
    'finds no choice in %j',
    (text) => {
      expect(readChoice(text, 'abc')).toBeNull();
    },
  );
});

describe('isAllowed', () => {
  it.each([
    ['opt-in', false, false],
    ['opt-out', false, true],
    ['off', false, true],
    [undefined, false, false],
    ['opt-in', true, false],
    ['opt-out', true, false],
    ['off', true, false],
  ] as const)('before a choice, in mode %s and with the signal %s, is %s', (mode, hasSignal, allowed) => {
    expect(isAllowed('analytics', { choice: null, hasSignal, mode })).toBe(allowed);
  });

  it('is what was chosen, whatever mode and signal say', () => {
    for (const mode of ['opt-in', 'opt-out', 'off', undefined] as const) {
      for (const hasSignal of [true, false]) {
        expect(isAllowed('analytics', { choice: CHOICE, hasSignal, mode })).toBe(true);
        expect(isAllowed('marketing', { choice: CHOICE, hasSignal, mode })).toBe(false);
      }
    }
  });
});
