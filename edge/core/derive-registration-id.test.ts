import { beforeAll, describe, expect, test } from 'vitest';
import { deriveDailyId, deriveRegistrationId } from './derive-registration-id.ts';
import { generateKeys } from './generate-keys.ts';
import { createKeyring } from './keyring.ts';
import type { Keyring } from './ports/keyring.ts';
import { decodeRegistrationId } from './ports/registration-id.ts';

const DAY = '2026-11-24';
const AT = Date.parse(`${DAY}T08:30:00.123Z`);
const CHANCE = '7abc-8def-0123456789ab';

let keyring: Keyring;

beforeAll(async () => {
  keyring = await createKeyring(generateKeys());
});

function uuidV7(at: number, chance = CHANCE): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${chance}`;
}

function timeIn(id: string): number {
  const bytes = decodeRegistrationId(id)!;
  return Buffer.from(bytes).readUIntBE(0, 6);
}

describe('the id of a registration', () => {
  test('is the same for the same key, and another for any other', () => {
    const id = deriveRegistrationId(keyring, uuidV7(AT));
    expect(deriveRegistrationId(keyring, uuidV7(AT))).toBe(id);
    expect(deriveRegistrationId(keyring, uuidV7(AT, '7abc-8def-0123456789ac'))).not.toBe(id);
    expect(deriveRegistrationId(keyring, uuidV7(AT + 1))).not.toBe(id);
  });

  test('is not to be worked out from the key without the index key', async () => {
    const others = await createKeyring(generateKeys());
    const key = uuidV7(AT);
    expect(deriveRegistrationId(others, key)).not.toBe(deriveRegistrationId(keyring, key));
  });

  test.each([uuidV7(AT), uuidV7(AT).replaceAll('-', '')])('begins with the time of %s', (key) => {
    expect(timeIn(deriveRegistrationId(keyring, key))).toBe(AT);
  });

  test('sorts by time', () => {
    const ids = [5, 70_000, 4_000_000_000].map((ms) => deriveRegistrationId(keyring, uuidV7(AT + ms)));
    expect(ids.toSorted()).toEqual(ids);
  });

  test.each(['0f8fad5b-d9cb-469f-a165-70867728950e', 'a-key-of-another-client', '0123456789abcdef'])(
    'takes nothing from %s, which tells no time',
    (key) => {
      const hash = keyring.blindIndex('registration', key);
      expect(decodeRegistrationId(deriveRegistrationId(keyring, key))).toEqual(hash);
    },
  );
});

describe('the id of a submission without a key', () => {
  test('is the same all day and another the day after', () => {
    const id = deriveDailyId(keyring, { contents: 'a', day: DAY });
    expect(deriveDailyId(keyring, { contents: 'a', day: DAY })).toBe(id);
    expect(deriveDailyId(keyring, { contents: 'b', day: DAY })).not.toBe(id);
    expect(deriveDailyId(keyring, { contents: 'a', day: '2026-11-25' })).not.toBe(id);
  });

  test('begins with the day', () => {
    expect(timeIn(deriveDailyId(keyring, { contents: 'a', day: DAY }))).toBe(Date.parse(DAY));
  });
});
