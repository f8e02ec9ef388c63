import { JOURNEY_LIMITS } from '../contract/journey.ts';
import type { Keyring } from './ports/keyring.ts';
import { createSignedClaims } from './signed-claims.ts';

/**
 * Makes and checks the tokens by which a browser is known again. One stands for the registration it was given for and
 * opens nothing: neither a file nor what was entered.
 */
export interface VisitorTokens {
  sign(claim: { readonly registration: string; readonly at: number }): string;
  /** The registration's public id; null for a token that is none of these, or is older than 13 months. */
  verify(token: string, at: number): Promise<string | null>;
}

/** Visitor tokens as signed claims, of an audience of their own. */
export function createVisitorTokens({ keyring }: { keyring: Pick<Keyring, 'tokenKeys'> }): VisitorTokens {
  const signed = createSignedClaims({ keyring, audience: 'visitor' });
  return {
    sign: ({ registration, at }) => signed.sign({ sub: registration, iat: Math.floor(at / 1000) }),
    async verify(token, at) {
      const { sub, iat } = (await signed.read(token)) ?? {};
      if (typeof sub !== 'string' || typeof iat !== 'number') return null;
      return at - iat * 1000 < JOURNEY_LIMITS.ageMs ? sub : null;
    },
  };
}
