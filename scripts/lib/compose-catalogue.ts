import { composeChannelRules } from '../../edge/contract/channels/compose-channel-rules.ts';
import { DEFAULT_LINE } from '../../edge/contract/lead/lead-event.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import type {
  Catalogue,
  CatalogueAsset,
  CatalogueEntry,
  PersonFacts,
} from '../../edge/contract/catalogue.ts';
import type { Asset, Content, Entry, Head, Site } from '../../site/loader/content.ts';
import { localePaths } from '../../site/lib/locale-paths.ts';
import { privacyProof, purposesOf } from '../../site/lib/privacy-proof.node.ts';
import { insightUpstream } from '../../site/schemas/analytics-schema.ts';
import { type GateWords, thanksOf } from '../../site/lib/thanks-of.ts';
import { leadRulesOf } from './lead-rules-of.ts';
import { assetsOf } from './seal-assets.ts';

/** Everything the edge has to know of a checked content folder. */
export function composeCatalogue(
  content: Content,
  options: {
    /** By asset id. */
    readonly sealedPaths: ReadonlyMap<string, string>;
    readonly templates: Pick<Catalogue, 'pages' | 'mails'>;
  },
): Catalogue {
  const { site, forms, people, entries, channels } = content;
  return {
    site: {
      origin: site.domain,
      brand: site.brand.name,
      defaultLocale: site.defaultLocale,
      leadOwner: site.leads.owner,
      mail: { from: { zh: mailboxOf(site, 'zh'), en: mailboxOf(site, 'en') }, replyTo: site.mail.replyTo },
      ...privacyOf(site),
      ...(site.analytics && {
        insight: { key: site.analytics.posthog.key, upstream: insightUpstream(site.analytics) },
      }),
    },
    forms,
    entries: Object.fromEntries(entries.flatMap(gatedEntry).map((entry) => [entry.id, entry])),
    assets: Object.fromEntries(assetsOf(content).map((asset) => catalogueAsset(asset, options.sealedPaths))),
    people: Object.fromEntries(
      Object.values(people).map(({ id, name, title, email, phone }): [string, PersonFacts] => [
        id,
        { id, name, title, email, phone },
      ]),
    ),
    channels: composeChannelRules(channels),
    leads: leadRulesOf(content),
    ...options.templates,
  };
}

function privacyOf({ privacyChoices }: Site): Pick<Catalogue['site'], 'privacy'> {
  if (!privacyChoices) return {};
  const { mode, regions, version, domain } = privacyChoices;
  const textHashOf = (locale: Locale): string => privacyProof(privacyChoices, locale).textHash;
  return {
    privacy: {
      mode,
      regions,
      purposes: purposesOf(privacyChoices),
      version,
      textHash: { zh: textHashOf('zh'), en: textHashOf('en') },
      ...(domain === undefined ? {} : { domain }),
    },
  };
}

/** An entry is the edge's business only for its gate. */
function gatedEntry({ id, state, pages: { zh, en }, variants }: Entry): CatalogueEntry[] {
  const gates = { zh: gateOf(zh.head), en: gateOf(en.head) };
  if (!gates.en) return [];
  const asset = zh.asset && en.asset && { zh: zh.asset.id, en: en.asset.id };
  return [
    {
      id,
      title: { zh: zh.head.title, en: en.head.title },
      path: localePaths(`${id}/`),
      form: gates.en.form,
      asset,
      ...(!asset && { thanks: { zh: thanksOf(gates.zh, 'zh'), en: thanksOf(gates.en, 'en') } }),
      owner: en.head.owner,
      industries: en.head.industries,
      line: en.head.family ?? DEFAULT_LINE,
      ...(state === 'expired' && { isClosed: true }),
      ...(variants.length > 0 && {
        variants: variants.map(({ id: variant, share }) => ({ id: variant, share })),
      }),
    },
  ];
}

function gateOf(head: Head): GateWords | undefined {
  return 'gate' in head ? head.gate : undefined;
}

function catalogueAsset(
  { id, fileName, mediaType, bytes }: Asset,
  sealedPaths: ReadonlyMap<string, string>,
): readonly [string, CatalogueAsset] {
  const sealedPath = sealedPaths.get(id);
  if (!sealedPath) throw new Error(`the gated file of ${id} was not sealed`);
  return [id, { fileName, mediaType, bytes, sealedPath }];
}

/** RFC 5322: the name stands in quotes, since it may hold a comma or a full stop. */
function mailboxOf({ mail: { from } }: Site, locale: Locale): string {
  return `"${from.name[locale].replace(/["\\]/g, '\\$&')}" <${from.address}>`;
}
