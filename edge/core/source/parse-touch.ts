import { isEdgePath } from '../../contract/routes.ts';
import { CLICK_IDS, UTM_PARAMETERS, type Touch } from '../../contract/touch.ts';
import { runningVariant, type VariantShare } from '../../contract/variants.ts';
import { scrubText } from '../parse/clean-text.ts';
import { decodePercent, formValue } from './form-value.ts';
import { withoutWww } from './host-of.ts';
import { queryOf } from './read-parameter.ts';
import { redactText, redactUrl } from '../../contract/redact-personal-data.ts';

/** What a submission says about where its visitor came from; none of it is trusted. */
export interface TouchClaims {
  readonly landingUrl: string | undefined;
  readonly referrer: string | undefined;
  /** ms between landing and now. */
  readonly landedMsAgo: number | undefined;
  /** Which version of the landing page it was, where several are tried. */
  readonly landingVariant?: string | undefined;
}

export interface TouchContext {
  readonly now: number;
  /** Hosts that are ours and so never referred anybody; with a dot before it, a domain with all its sub-domains. */
  readonly ownHosts: readonly string[];
  /** Which in-app browser asks, in the words of its user agent. */
  readonly app?: string | undefined;
  /** A touch that is older is dated as if it were not. Default 30 days: a page may have been left open. */
  readonly maxAgeMs?: number;
  /** The versions of our page at a path; left out where none are tried. */
  readonly variantsAt?: (pathname: string) => readonly VariantShare[] | undefined;
}

/** More of a URL is not looked at. */
const MAX_READ_LENGTH = 8192;
/** Longest URL that is kept; what a conversion upload wants back (Baidu: 1,024) fits with room. */
const MAX_URL_LENGTH = 2048;
const MAX_VALUE_LENGTH = 512;
const MAX_AGE_MS = 30 * 24 * 3_600_000;

/** Makes a touch of what the browser tells. Total: whatever can't be understood is left out. */
export function parseTouch(claims: TouchClaims, context: TouchContext): Touch {
  const { now, ownHosts, app, variantsAt, maxAgeMs = MAX_AGE_MS } = context;
  const landing = withoutTokens(readUrl(claims.landingUrl, /^https?:\/\//i), ownHosts);
  const referrer = readUrl(claims.referrer, /^(?:https?|android-app|ios-app):\/\//i);
  const { utm, clickIds } = readQuery(landing ? queryOf(landing.text) : '');
  return {
    at: now - Math.min(Math.max(claims.landedMsAgo ?? 0, 0), maxAgeMs),
    landingUrl: landing ? cut(redactUrl(landing.text), MAX_URL_LENGTH) : null,
    referrer:
      referrer && !isOwn(referrer.host, ownHosts) ? cut(redactUrl(referrer.text), MAX_URL_LENGTH) : null,
    app,
    utm,
    clickIds,
    variant:
      landing && isOwn(landing.host, ownHosts)
        ? runningVariant(claims.landingVariant, variantsAt?.(landing.pathname))
        : null,
  };
}

interface ReadUrl {
  readonly text: string;
  readonly host: string;
  readonly pathname: string;
}

function readUrl(text: string | undefined, scheme: RegExp): ReadUrl | null {
  const clean = scrubText(cut(text ?? '', MAX_READ_LENGTH)).trim();
  if (!scheme.test(clean)) return null;
  try {
    const { host, pathname } = new URL(clean);
    return { text: clean, host, pathname };
  } catch {
    return null;
  }
}

/** Nobody lands on the edge's own pages but by a link that is a key to a file: that is not for the ledger. */
function withoutTokens(landing: ReadUrl | null, ownHosts: readonly string[]): ReadUrl | null {
  return landing && isOwn(landing.host, ownHosts) && isEdgePath(landing.pathname) ? null : landing;
}

/** The first value of each known name. Names are case-sensitive, as they are to the platforms that set them. */
function readQuery(query: string): Pick<Touch, 'utm' | 'clickIds'> {
  const utm: Record<string, string> = {};
  const clickIds: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(equals, 0));
    if (KNOWN_UTM.has(name)) keepFirst(utm, name, readUtm(pair.slice(equals + 1)));
    else if (KNOWN_CLICK_IDS.has(name)) keepFirst(clickIds, name, readClickId(pair.slice(equals + 1)));
  }
  return { utm, clickIds };
}

const KNOWN_UTM: ReadonlySet<string> = new Set(UTM_PARAMETERS);
const KNOWN_CLICK_IDS: ReadonlySet<string> = new Set(CLICK_IDS);

function keepFirst(found: Record<string, string>, name: string, value: string): void {
  if (value !== '') found[name] ??= value;
}

function readUtm(raw: string): string {
  return cut(formValue(raw), MAX_VALUE_LENGTH);
}

/** In a click id a plus is a plus: it must go back to the platform byte for byte. */
function readClickId(raw: string): string {
  const id = cut(scrubText(decodePercent(raw)), MAX_VALUE_LENGTH);
  return id.includes('@') ? redactText(id) : id;
}

function isOwn(host: string, ownHosts: readonly string[]): boolean {
  return ownHosts.some((own) =>
    own.startsWith('.') ? `.${host}`.endsWith(own) : withoutWww(own) === withoutWww(host),
  );
}

function cut(text: string, maxLength: number): string {
  return text.length <= maxLength
    ? text
    : text
        .slice(0, maxLength)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}
