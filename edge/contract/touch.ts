import type { VariantId } from './variants.ts';

/** UTM parameters Gatehouse reads, by their name in the URL. Source: GA4 "Campaigns and traffic sources". */
export const UTM_PARAMETERS = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
  'utm_source_platform',
  'utm_creative_format',
  'utm_marketing_tactic',
] as const;

/**
 * Click ids of ad and mail platforms. Values are case-sensitive and kept verbatim: conversion uploads
 * (Baidu `bd_vid`, Tencent `qz_gdt` and `gdt_vid`, Google `gclid` …) want them back byte for byte.
 */
export const CLICK_IDS = [
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'gad_source',
  'gad_campaignid',
  'fbclid',
  'msclkid',
  'twclid',
  'li_fat_id',
  'ttclid',
  'igshid',
  'epik',
  'qclid',
  'rdt_cid',
  'ScCid',
  'irclid',
  'mc_cid',
  'yclid',
  'bd_vid',
  'qz_gdt',
  'gdt_vid',
] as const;

export type UtmParameter = (typeof UTM_PARAMETERS)[number];
export type ClickId = (typeof CLICK_IDS)[number];

/** Where one visit came from. Immutable and verbatim (personal data redacted); channels are derived later. */
export interface Touch {
  /** When the visitor landed, ms since the epoch, as the server trusts it. */
  readonly at: number;
  /** The first URL of the visit as it came, query included. */
  readonly landingUrl: string | null;
  /** The page that led to the landing page, if it was not ours. */
  readonly referrer: string | null;
  /** The browser inside an app, in the words of its user agent, e.g. `MicroMessenger`; the rest of that is not kept. */
  readonly app?: string | undefined;
  readonly utm: Readonly<Partial<Record<UtmParameter, string>>>;
  readonly clickIds: Readonly<Partial<Record<ClickId, string>>>;
  /** Which version of the landing page the visitor saw; null where nothing was tried on it. */
  readonly variant: VariantId | null;
}

/** Coarse location from the platform's geo header. */
export interface Geo {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** ISO 3166-2 subdivision, without the country. */
  readonly region?: string | undefined;
  readonly city?: string | undefined;
}
