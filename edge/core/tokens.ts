import type { DownloadGrant, DownloadTokens, SignedToken, TokenVerdict } from './ports/download-tokens.ts';
import type { Keyring } from './ports/keyring.ts';
import { createSignedClaims } from './signed-claims.ts';

const LIFETIME_SECONDS = 23 * 3600;

/** Download tokens as signed claims. */
export function createTokens({ keyring }: { keyring: Pick<Keyring, 'tokenKeys'> }): DownloadTokens {
  const signed = createSignedClaims({ keyring, audience: 'download' });

  async function sign({
    asset,
    registration,
    held,
    at,
  }: DownloadGrant & { at: number }): Promise<SignedToken> {
    const issuedAt = Math.floor(at / 1000);
    const expiresAt = issuedAt + LIFETIME_SECONDS;
    const token = signed.sign({
      sub: registration,
      asset,
      iat: issuedAt,
      exp: expiresAt,
      ...(held && { held }),
    });
    return { token, expiresAt: expiresAt * 1000 };
  }

  async function verify(token: string, at: number): Promise<TokenVerdict> {
    const { asset, sub, exp, held } = (await signed.read(token)) ?? {};
    if (typeof asset !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') {
      return { result: 'invalid' };
    }
    const expiresAt = exp * 1000;
    const grant = { asset, registration: sub, held: held === true };
    return { result: at < expiresAt ? 'ok' : 'expired', grant, expiresAt };
  }

  return { sign, verify };
}
