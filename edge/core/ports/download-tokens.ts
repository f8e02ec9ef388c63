/** Makes and checks the signed tokens behind `/d/<token>` and `/t/<token>`. */
export interface DownloadTokens {
  /** A token that works from `at` for 23 hours. */
  sign(grant: DownloadGrant & { readonly at: number }): Promise<SignedToken>;
  /** Never throws for a bad token: that is an answer, not a fault. */
  verify(token: string, at: number): Promise<TokenVerdict>;
}

/** What a token stands for. */
export interface DownloadGrant {
  /** Asset id, `<entry id>/<locale>`. */
  readonly asset: string;
  /** The registration's public id. */
  readonly registration: string;
  /** True for a quarantined registration: the link leads to the `held` page until the registration is released. */
  readonly held: boolean;
}

export interface SignedToken {
  readonly token: string;
  /** ms since the epoch, on a full second. */
  readonly expiresAt: number;
}

export type TokenVerdict =
  | { readonly result: 'ok' | 'expired'; readonly grant: DownloadGrant; readonly expiresAt: number }
  | { readonly result: 'invalid' };
