import type { CatalogueAsset, CatalogueEntry } from '../contract/catalogue.ts';
import { LOCALES, type Locale } from '../contract/locale.ts';
import type { App, Exchange } from './exchange.ts';
import type { DownloadGrant } from './ports/download-tokens.ts';
import { Refusal } from './refusal.ts';

export interface OpenedGrant extends KnownGrant {
  readonly expiresAt: number;
}

interface KnownGrant {
  readonly grant: DownloadGrant;
  readonly entry: CatalogueEntry;
  readonly asset: CatalogueAsset;
}

/**
 * Reads the token of the address and finds what it stands for; from then on the answer speaks the language of the
 * registration.
 * @throws {Refusal} `link_invalid`, `link_expired`, `file_missing`
 */
export async function openGrant(exchange: Exchange, app: App): Promise<OpenedGrant> {
  const verdict = await app.tokens.verify(exchange.token, app.clock());
  if (verdict.result === 'invalid') throw new Refusal('link_invalid');
  const known = findGranted(verdict.grant, exchange, app);
  if (verdict.result === 'expired') throw new Refusal('link_expired');
  return { ...known, expiresAt: verdict.expiresAt };
}

/** @throws {Refusal} `file_missing` when the site no longer has it */
export function findGranted(grant: DownloadGrant, exchange: Exchange, { catalogue }: App): KnownGrant {
  const asset = Object.hasOwn(catalogue.assets, grant.asset) ? catalogue.assets[grant.asset] : undefined;
  const entry = Object.values(catalogue.entries).find((one) => localesOf(one, grant.asset).length > 0);
  if (!asset || !entry) throw new Refusal('file_missing');
  const locales = localesOf(entry, grant.asset);
  exchange.entry = entry;
  // One file may serve several languages; then the browser's wish stands.
  if (!locales.includes(exchange.locale)) exchange.locale = locales[0]!;
  return { grant, entry, asset };
}

function localesOf(entry: CatalogueEntry, asset: string): readonly Locale[] {
  return LOCALES.filter((locale) => entry.asset?.[locale] === asset);
}
