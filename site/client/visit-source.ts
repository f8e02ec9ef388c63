/** Where the visit came from: kept in the memory of the page, and stored only with consent. */
export interface Source {
  /** The first URL of the visit as it came; empty where that was the page of somebody's link. */
  readonly landingUrl: string;
  /** The page that led there, if it was not ours; else empty. */
  readonly referrer: string;
  /** Epoch ms by the visitor's clock. */
  readonly landedAt: number;
  /** The version of the landing page, where several are shown; else empty. */
  readonly variant: string;
}
