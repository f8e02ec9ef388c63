import { compactVerify } from 'jose';
import type { Keyring } from './ports/keyring.ts';
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
  const { id: kid, mac } = current;
  const header = toBase64url(asciiJson({ alg: 'HS256', kid }));
  const keyById = new Map(keyring.tokenKeys.map(({ id, key }) => [id, key]));

  function sign(claims: Readonly<Record<string, unknown>>): string {
    const signed = `${header}.${toBase64url(asciiJson({ aud: audience, ...claims }))}`;
    return `${signed}.${toBase64url(String.fromCharCode(...mac(signed)))}`;
  }

  async function read(token: string): Promise<Readonly<Record<string, unknown>> | null> {
    if (token.length > MAX_TOKEN_LENGTH) return null;
    try {
      const { payload } = await compactVerify(token, (named) => keyNamed(named.kid), {
        algorithms: ['HS256'],
      });
      const claims = JSON.parse(decoder.decode(payload)) as Record<string, unknown>;
      return claims['aud'] === audience ? claims : null;
    } catch {
      // Whatever is wrong with a token, to its bearer it is simply not valid.
      return null;
    }
  }

  function keyNamed(id: string | undefined): CryptoKey {
    const key = keyById.get(id ?? '');
    if (!key) throw new Error('unknown token key');
    return key;
  }

  return { sign, read };
}

const decoder = new TextDecoder();

/** JSON of which each character is one byte. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
