import type { Keyring } from './ports/keyring.ts';
import type { Mac } from './ports/mac.ts';
import { toBase64url } from './to-base64url.ts';

/** Far above what we sign; anything longer is not looked at. */
const MAX_TOKEN_LENGTH = 1024;

/** Signs and reads the tokens of one audience; those of another are none here. */
export interface SignedClaims {
  sign(claims: Readonly<Record<string, unknown>>): string;
  /** What a token of ours says, whatever its age; null for any other. */
  read(token: string): Promise<Readonly<Record<string, unknown>> | null>;
}

/** Tokens as JWTs (HS256), the current key of the ring named in `kid`. */
export function createSignedClaims({
  keyring,
  audience,
}: {
  keyring: Pick<Keyring, 'tokenKeys'>;
  audience: string;
}): SignedClaims {
  const [current] = keyring.tokenKeys;
  if (!current) throw new Error('the keyring holds no token key');
  // We write a header in one way, so there is no other to be read, and no algorithm to be talked into.
  const macByHeader = new Map(keyring.tokenKeys.map(({ id, mac }) => [headerOf(id), mac]));
  const header = headerOf(current.id);

  function sign(claims: Readonly<Record<string, unknown>>): string {
    const signed = `${header}.${toBase64url(asciiJson({ aud: audience, ...claims }))}`;
    return `${signed}.${signatureOf(signed, current!.mac)}`;
  }

  function readNow(token: string): Readonly<Record<string, unknown>> | null {
    if (token.length > MAX_TOKEN_LENGTH) return null;
    const [named = '', payload = '', signature = '', ...rest] = token.split('.');
    const mac = macByHeader.get(named);
    if (!mac || rest.length > 0 || !isSame(signature, signatureOf(`${named}.${payload}`, mac))) return null;
    // Whoever has the key may have signed something else.
    const claims = JSON.parse(fromBase64url(payload)) as Record<string, unknown> | null;
    return claims?.['aud'] === audience ? claims : null;
  }

  return { sign, read: (token) => Promise.resolve(readNow(token)) };
}

function headerOf(kid: string): string {
  return toBase64url(asciiJson({ alg: 'HS256', kid }));
}

function signatureOf(signed: string, mac: Mac): string {
  return toBase64url(String.fromCharCode(...mac(signed)));
}

/** Takes the same time wherever the two differ. */
function isSame(given: string, right: string): boolean {
  let difference = given.length ^ right.length;
  for (let at = 0; at < right.length; at += 1) difference |= given.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}

/** The bytes as characters; ours are ASCII. */
function fromBase64url(text: string): string {
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/** JSON of which each character is one byte. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
