/** What the channel rules make of a touch. It can be derived anew from the touch at any time, never the reverse. */
export interface Attribution {
  /** Who sent the visitor: `baidu`, `wechat`, `partner.example`; `(direct)` where nobody did. Lower case. */
  readonly source: string;
  /** How: `cpc`, `organic`, `social`, `email`, `referral` …; `(none)` with a direct visit. Lower case. */
  readonly medium: string;
  /** Lower case. */
  readonly campaign: string | null;
  /** Id of the channel, e.g. `paid-search`. */
  readonly channel: string;
  /** The rule that decided on the channel, `<channel>.<condition>`, e.g. `paid-search.2`. */
  readonly rule: string;
  /** Version of the rules, `<number>-<digest>`. */
  readonly rulesVersion: string;
}

/** The source of a visit that nobody sent, as GA4 writes it. */
export const DIRECT = '(direct)';

/** The medium of a direct visit. */
export const NO_MEDIUM = '(none)';

/** What a tagged link leaves open. */
export const NOT_SET = '(not set)';
