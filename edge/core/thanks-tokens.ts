import { isLocale, type Locale } from '../contract/locale.ts';
import type { Keyring } from './ports/keyring.ts';
import { createSignedClaims } from './signed-claims.ts';

/** Makes and checks the tokens behind `/t/<token>` where the form stands before no file. They open nothing else. */
export interface ThanksTokens {
  sign(grant: ThanksGrant & { readonly at: number }): string;
  /** Null for a token that is none of these. They do not expire: what they show is on the page, too. */
  verify(token: string): Promise<ThanksGrant | null>;
}

export interface ThanksGrant {
  /** Entry id. */
  readonly entry: string;
  readonly locale: Locale;
  /** The registration's public id. */
  readonly registration: string;
}

/** Thank-you tokens as signed claims, of an audience of their own: none can pass for a download token. */
export function createThanksTokens({ keyring }: { keyring: Pick<Keyring, 'tokenKeys'> }): ThanksTokens {
  const signed = createSignedClaims({ keyring, audience: 'thanks' });
  return {
    sign: ({ entry, locale, registration, at }) =>
      signed.sign({ sub: registration, entry, locale, iat: Math.floor(at / 1000) }),
    async verify(token) {
      const { entry, locale, sub } = (await signed.read(token)) ?? {};
      if (typeof entry !== 'string' || typeof sub !== 'string' || !isLocale(locale)) return null;
      return { entry, locale, registration: sub };
    },
  };
}
