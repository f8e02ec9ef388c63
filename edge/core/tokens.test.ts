import { base64url, jwtVerify } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateKeys, generateRingKey } from './generate-keys.ts';
import { createKeyring } from './keyring.ts';
import type { DownloadTokens } from './ports/download-tokens.ts';
import type { Keyring } from './ports/keyring.ts';
import { createThanksTokens } from './thanks-tokens.ts';
import { createTokens } from './tokens.ts';

const GRANT = { asset: 'whitepapers/inline-gauging/en', registration: 'r1', held: false };
const AT = Date.UTC(2026, 10, 24, 8, 30);
const HOUR_MS = 3_600_000;

let keyring: Keyring;
let tokens: DownloadTokens;

const KEYS = generateKeys();

beforeAll(async () => {
  keyring = await createKeyring(KEYS);
  tokens = createTokens({ keyring });
});

/** The current token key, derived past our keyring. */
async function tokenKey(): Promise<Uint8Array> {
  const secret = base64url.decode(KEYS.keys.split(':')[1]!);
  const root = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode('gatehouse/v1/token');
  const use = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return new Uint8Array(await crypto.subtle.deriveBits(use, root, 256));
}

function forge(claims: object, header: Record<string, string> = {}): string {
  const { id, mac } = keyring.tokenKeys[0]!;
  const parts = [{ alg: 'HS256', kid: id, ...header }, claims].map((part) =>
    base64url.encode(JSON.stringify(part)),
  );
  return [...parts, base64url.encode(mac(parts.join('.')))].join('.');
}

describe('a token', () => {
  test('says what it was signed for, for 23 hours', async () => {
    const { token, expiresAt } = await tokens.sign({ ...GRANT, at: AT });
    expect(expiresAt).toBe(AT + 23 * HOUR_MS);
    expect(await tokens.verify(token, AT)).toEqual({ result: 'ok', grant: GRANT, expiresAt });
    expect(await tokens.verify(token, expiresAt - 1)).toMatchObject({ result: 'ok' });
    expect(await tokens.verify(token, expiresAt)).toEqual({ result: 'expired', grant: GRANT, expiresAt });
  });

  test('remembers that its registration is held', async () => {
    const { token } = await tokens.sign({ ...GRANT, held: true, at: AT });
    expect(await tokens.verify(token, AT)).toMatchObject({ grant: { held: true } });
  });

  test('is a JWT as others read it', async () => {
    const { token } = await tokens.sign({ ...GRANT, at: AT });
    const { payload, protectedHeader } = await jwtVerify(token, await tokenKey(), {
      audience: 'download',
      subject: GRANT.registration,
      currentDate: new Date(AT),
    });
    expect(protectedHeader).toEqual({ alg: 'HS256', kid: keyring.tokenKeys[0]!.id });
    expect(payload).toEqual({
      aud: 'download',
      sub: 'r1',
      asset: GRANT.asset,
      iat: AT / 1000,
      exp: AT / 1000 + 23 * 3600,
    });
  });

  test('fits one path segment', async () => {
    const { token } = await tokens.sign({ ...GRANT, at: AT });
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test('of a retired key still works while the key is in the ring', async () => {
    const { keys, indexKey } = generateKeys();
    const before = createTokens({ keyring: await createKeyring({ keys, indexKey }) });
    const rotated = createTokens({
      keyring: await createKeyring({ keys: `${generateRingKey()},${keys}`, indexKey }),
    });
    const { token } = await before.sign({ ...GRANT, at: AT });
    expect(await rotated.verify(token, AT)).toMatchObject({ result: 'ok' });
    expect(await before.verify((await rotated.sign({ ...GRANT, at: AT })).token, AT)).toEqual({
      result: 'invalid',
    });
  });
});

describe('not valid is', () => {
  test('a token with any character changed', async () => {
    const { token } = await tokens.sign({ ...GRANT, at: AT });
    for (let at = 0; at < token.length - 1; at += 1) {
      const altered = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(await tokens.verify(altered, AT)).toEqual({ result: 'invalid' });
    }
  });

  test('a token of the same key for another use', async () => {
    const exp = AT / 1000 + 60;
    expect(await tokens.verify(forge({ sub: 'r1', asset: 'a', aud: 'session', exp }), AT)).toEqual({
      result: 'invalid',
    });
  });

  test.each([
    ['no expiry', { sub: 'r1', asset: 'a', aud: 'download' }],
    ['no asset', { sub: 'r1', aud: 'download', exp: 9e9 }],
    ['no registration', { asset: 'a', aud: 'download', exp: 9e9 }],
    ['no object', [] as object],
  ])('a signed token with %s', async (_, claims) => {
    expect(await tokens.verify(forge(claims), AT)).toEqual({ result: 'invalid' });
  });

  test('a token that names no key or an unknown one', async () => {
    const claims = { sub: 'r1', asset: 'a', aud: 'download', exp: 9e9 };
    expect(await tokens.verify(forge(claims, { kid: 'other' }), AT)).toEqual({ result: 'invalid' });
  });

  test('a token without signature', async () => {
    const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');
    const claims = { sub: 'r1', asset: 'a', aud: 'download', exp: 9e9 };
    for (const alg of ['none', 'HS512', 'RS256']) {
      const token = `${part({ alg, kid: keyring.tokenKeys[0]!.id })}.${part(claims)}.`;
      expect(await tokens.verify(token, AT)).toEqual({ result: 'invalid' });
    }
  });

  test.each([
    ['empty', ''],
    ['two dots', '..'],
    ['three parts', 'a.b.c'],
    ['an escape', '%00'],
    ['too long', 'x'.repeat(100_000)],
  ])('a text: %s', async (_, token) => {
    expect(await tokens.verify(token, AT)).toEqual({ result: 'invalid' });
  });
});

describe('thank-you tokens', () => {
  const GRANTED = { entry: 'landing/open-day', locale: 'zh', registration: 'r1' } as const;

  test('say what they were signed for, at any time', async () => {
    const thanks = createThanksTokens({ keyring });
    const token = thanks.sign({ ...GRANTED, at: AT });
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await thanks.verify(token)).toEqual(GRANTED);
  });

  test('are no download tokens, and these are none of them', async () => {
    const thanks = createThanksTokens({ keyring });
    expect(await tokens.verify(thanks.sign({ ...GRANTED, at: AT }), AT)).toEqual({ result: 'invalid' });
    expect(await thanks.verify((await tokens.sign({ ...GRANT, at: AT })).token)).toBeNull();
  });

  test.each([
    ['an unknown language', { sub: 'r1', entry: 'landing/open-day', locale: 'fr', aud: 'thanks' }],
    ['no entry', { sub: 'r1', locale: 'zh', aud: 'thanks' }],
    ['no registration', { entry: 'landing/open-day', locale: 'zh', aud: 'thanks' }],
    ['another use', { sub: 'r1', entry: 'landing/open-day', locale: 'zh', aud: 'download' }],
  ])('are not valid with %s', async (_, claims) => {
    expect(await createThanksTokens({ keyring }).verify(forge(claims))).toBeNull();
  });
});
