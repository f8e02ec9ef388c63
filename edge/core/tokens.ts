import { compactVerify } from 'jose';
import type { DownloadGrant, DownloadTokens, SignedToken, TokenVerdict } from './ports/download-tokens.ts';
import type { Keyring } from './ports/keyring.ts';
import { toBase64url } from './to-base64url.ts';

const LIFETIME_SECONDS = 23 * 3600;
const AUDIENCE = 'download';
/** Far above what we sign; anything longer is not looked at. */
const MAX_TOKEN_LENGTH = 1024;

/** Download tokens as JWTs (HS256), the current key of the ring named in `kid`. */
export function createTokens({ keyring }: { keyring: Pick<Keyring, 'tokenKeys'> }): DownloadTokens {
  const [current] = keyring.tokenKeys;
  if (!current) throw new Error('the keyring holds no token key');
  const header = toBase64url(asciiJson({ alg: 'HS256', kid: current.id }));
  const keyById = new Map(keyring.tokenKeys.map(({ id, key }) => [id, key]));

  async function sign({
    asset,
    registration,
    held,
    at,
  }: DownloadGrant & { at: number }): Promise<SignedToken> {
    const issuedAt = Math.floor(at / 1000);
    const expiresAt = issuedAt + LIFETIME_SECONDS;
    const claims = {
      aud: AUDIENCE,
      sub: registration,
      asset,
      iat: issuedAt,
      exp: expiresAt,
      ...(held && { held }),
    };
    const signed = `${header}.${toBase64url(asciiJson(claims))}`;
    const token = `${signed}.${toBase64url(String.fromCharCode(...current!.mac(signed)))}`;
    return { token, expiresAt: expiresAt * 1000 };
  }

  async function verify(token: string, at: number): Promise<TokenVerdict> {
    const claims = token.length <= MAX_TOKEN_LENGTH ? await readClaims(token) : null;
    const { asset, sub, aud, exp, held } = claims ?? {};
    if (aud !== AUDIENCE || typeof asset !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') {
      return { result: 'invalid' };
    }
    const expiresAt = exp * 1000;
    const grant = { asset, registration: sub, held: held === true };
    return { result: at < expiresAt ? 'ok' : 'expired', grant, expiresAt };
  }

  async function readClaims(token: string): Promise<Record<string, unknown> | null> {
    try {
      const { payload } = await compactVerify(token, ({ kid }) => keyNamed(kid), { algorithms: ['HS256'] });
      return JSON.parse(decoder.decode(payload)) as Record<string, unknown>;
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

  return { sign, verify };
}

const decoder = new TextDecoder();

/** JSON of which each character is one byte. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
