import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeAead } from './create-node-aead.node.ts';
import { generateKeys, generateRingKey } from './generate-keys.ts';
import { createKeyring } from './keyring.ts';

const text = (value: string) => new TextEncoder().encode(value);
const KEY_A = `a:${'A'.repeat(43)}`;
const KEY_B = `b:${'B'.repeat(42)}A`;
const INDEX = 'C'.repeat(42) + 'A';

describe('envelopes', () => {
  test('give back any text under their purpose', async () => {
    const keyring = await createKeyring(generateKeys());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), fc.string(), async (plain, purpose) => {
        expect(await keyring.decrypt(await keyring.encrypt(plain, purpose), purpose)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  test('name version and key, and never repeat themselves', async () => {
    const keyring = await createKeyring({ keys: KEY_A, indexKey: INDEX });
    const [one, two] = await Promise.all([keyring.encrypt('x', 'p'), keyring.encrypt('x', 'p')]);
    expect([...one.subarray(0, 3)]).toEqual([1, 1, 'a'.charCodeAt(0)]);
    expect(one).toHaveLength(3 + 12 + 1 + 16);
    expect(one).not.toEqual(two);
  });

  test('are the same whichever way they are made', async () => {
    const settings = generateKeys();
    const [web, node] = await Promise.all([
      createKeyring(settings),
      createKeyring({ ...settings, createAead: createNodeAead }),
    ]);
    expect(await web.decrypt(await node.encrypt('x', 'p'), 'p')).toEqual('x');
    expect(await node.decrypt(await web.encrypt('x', 'p'), 'p')).toEqual('x');
  });

  test('never share a nonce', async () => {
    const keyring = await createKeyring({ keys: KEY_A, indexKey: INDEX, createAead: createNodeAead });
    const envelopes = await Promise.all(Array.from({ length: 1000 }, () => keyring.encrypt('x', 'p')));
    expect(new Set(envelopes.map((envelope) => envelope.subarray(3, 15).join())).size).toBe(1000);
  });

  test('do not open under another purpose', async () => {
    const keyring = await createKeyring(generateKeys());
    const envelope = await keyring.encrypt('x', 'answers:1');
    await expect(keyring.decrypt(envelope, 'answers:2')).rejects.toThrow();
  });

  test('do not open with any one bit changed', async () => {
    const keyring = await createKeyring(generateKeys());
    const envelope = await keyring.encrypt('secret', 'p');
    for (let at = 0; at < envelope.length; at += 1) {
      const altered = envelope.with(at, envelope[at]! ^ 1);
      await expect(keyring.decrypt(altered, 'p')).rejects.toThrow();
    }
  });

  test('do not open when cut short', async () => {
    const keyring = await createKeyring(generateKeys());
    const envelope = await keyring.encrypt('secret', 'p');
    for (const length of [0, 1, 2, 10, envelope.length - 1]) {
      await expect(keyring.decrypt(envelope.subarray(0, length), 'p')).rejects.toThrow();
    }
  });
});

describe('rotation', () => {
  test('opens what the old key wrote and writes with the new one', async () => {
    const before = await createKeyring({ keys: KEY_A, indexKey: INDEX });
    const after = await createKeyring({ keys: `${KEY_B},${KEY_A}`, indexKey: INDEX });
    const old = await before.encrypt('x', 'p');
    expect(await after.decrypt(old, 'p')).toEqual('x');
    expect((await after.encrypt('x', 'p'))[2]).toBe('b'.charCodeAt(0));
    expect(after.tokenKeys.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(after.sealKeys.current).toBe('b');
    expect(after.sealKeys.byId.get('a')).toEqual(before.sealKeys.byId.get('a'));
  });

  test('says which key is missing', async () => {
    const before = await createKeyring({ keys: KEY_A, indexKey: INDEX });
    const after = await createKeyring({ keys: KEY_B, indexKey: INDEX });
    const old = await before.encrypt('x', 'p');
    await expect(after.decrypt(old, 'p')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: no key "a" in GATEHOUSE_KEYS: put the retired key back at the end of the ring]`,
    );
  });

  test('leaves blind indexes as they are', async () => {
    const before = await createKeyring({ keys: KEY_A, indexKey: INDEX });
    const after = await createKeyring({ keys: KEY_B, indexKey: INDEX });
    expect(after.blindIndex('email', 'a@b.example')).toEqual(before.blindIndex('email', 'a@b.example'));
  });
});

test('a blind index is the first half of HMAC-SHA-256 over kind and value', async () => {
  const keyring = await createKeyring({ keys: KEY_A, indexKey: INDEX });
  const secret = Uint8Array.from(atob(INDEX.replaceAll('-', '+')), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const mac = await crypto.subtle.sign('HMAC', key, text('email\0a@b.example'));
  expect(keyring.blindIndex('email', 'a@b.example')).toEqual(new Uint8Array(mac).subarray(0, 16));
  expect(keyring.blindIndex('mobile', 'a@b.example')).not.toEqual(new Uint8Array(mac).subarray(0, 16));
});

test('each use of one secret has its own key', async () => {
  const { sealKeys } = await createKeyring({ keys: KEY_A, indexKey: INDEX });
  expect(sealKeys.byId.get('a')).toHaveLength(32);
  expect(sealKeys.byId.get('a')).not.toEqual(new Uint8Array(32));
});

test('new keys make a ring', async () => {
  const { keys, indexKey } = generateKeys();
  const keyring = await createKeyring({ keys: `${generateRingKey()},${keys}`, indexKey });
  expect(keyring.tokenKeys).toHaveLength(2);
});

describe('malformed keys', () => {
  const problem = (settings: Partial<{ keys: string; indexKey: string }>) =>
    createKeyring({ keys: KEY_A, indexKey: INDEX, ...settings }).then(
      () => 'accepted',
      (error: Error) => error.message,
    );

  test('are refused with what to do', async () => {
    expect(await problem({ keys: '' })).toMatchInlineSnapshot(
      `"GATEHOUSE_KEYS: key 1 has no id. Write "id:secret[,id:secret…]", current key first; an id has 1–16 letters, digits, "_" or "-". Run "npm run keys" to make new ones."`,
    );
    expect(await problem({ keys: 'A'.repeat(43) })).toMatchInlineSnapshot(
      `"GATEHOUSE_KEYS: key 1 has no id. Write "id:secret[,id:secret…]", current key first; an id has 1–16 letters, digits, "_" or "-". Run "npm run keys" to make new ones."`,
    );
    expect(await problem({ keys: `${KEY_A},b:short` })).toMatchInlineSnapshot(
      `"GATEHOUSE_KEYS: key "b" is not 32 bytes in base64url (43 characters). Run "npm run keys" to make new ones."`,
    );
    expect(await problem({ keys: `${KEY_A},${KEY_A}` })).toMatchInlineSnapshot(
      `"GATEHOUSE_KEYS names one key id twice: give each key its own id."`,
    );
    expect(await problem({ indexKey: 'x' })).toMatchInlineSnapshot(
      `"GATEHOUSE_INDEX_KEY is not 32 bytes in base64url (43 characters). Run "npm run keys" to make new ones."`,
    );
  });

  test('are never quoted', async () => {
    expect(await problem({ keys: 'a:not-quite-a-secret' })).not.toContain('not-quite');
    expect(await problem({ indexKey: 'not-quite-a-secret' })).not.toContain('not-quite');
  });
});
