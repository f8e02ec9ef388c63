import { describe, expect, it } from 'vitest';
import { CHOICE_KEY, isAllowed, type KeptChoice, readChoice } from './privacy-choice.ts';

const CHOICE: KeptChoice = {
  edition: 'abc',
  granted: ['analytics'],
  version: '2026-11',
  textHash: 'h',
  locale: 'zh',
  at: 1,
};

function keeping(text: string | null): Pick<Storage, 'getItem'> {
  return { getItem: (key) => (key === CHOICE_KEY ? text : null) };
}

describe('readChoice', () => {
  it('finds none where there is no store, or none that may be read', () => {
    const forbidden = {
      getItem(): never {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    expect(readChoice(null, 'abc')).toBeNull();
    expect(readChoice(forbidden, 'abc')).toBeNull();
  });

  it('gives a choice back as long as the texts are those it was made under', () => {
    expect(readChoice(keeping(JSON.stringify(CHOICE)), 'abc')).toEqual(CHOICE);
    expect(readChoice(keeping(JSON.stringify(CHOICE)), 'abd')).toBeNull();
  });

  it.each([null, '', '{', '7', '"abc"', '[]', '{"edition":"abc"}', '{"edition":"abc","granted":"x","at":1}'])(
    'finds no choice in %j',
    (text) => {
      expect(readChoice(keeping(text), 'abc')).toBeNull();
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
