import type { Organization, WebSite } from 'schema-dts';
import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import type { Site } from '../lib/content.ts';

interface Origin {
  readonly site: Site;
  readonly locale: Locale;
}

/** The company, as other descriptions refer to it. */
export function organization({ site, locale }: Origin): Organization {
  const { brand, domain, legal, contact } = site;
  return {
    '@type': 'Organization',
    '@id': organizationId(site),
    name: brand.name[locale],
    legalName: legal.company[locale],
    url: `${domain}/${locale}/`,
    logo: `${domain}/icon-512.png`,
    email: contact.email,
    ...(contact.phone && { telephone: contact.phone }),
    ...(contact.address && { address: contact.address[locale] }),
  };
}

/** The company in few words, with a reference to all of them. */
export function publisher({ site, locale }: Origin): Organization {
  return {
    '@type': 'Organization',
    '@id': organizationId(site),
    name: site.brand.name[locale],
    url: `${site.domain}/${locale}/`,
    logo: `${site.domain}/icon-512.png`,
  };
}

export function webSite({ site, locale }: Origin): WebSite {
  return {
    '@type': 'WebSite',
    '@id': `${site.domain}/${locale}/#site`,
    url: `${site.domain}/${locale}/`,
    name: site.brand.name[locale],
    description: site.brand.tagline[locale],
    inLanguage: LANGUAGE_TAGS[locale],
    publisher: { '@id': organizationId(site) },
  };
}

function organizationId({ domain }: Site): string {
  return `${domain}/#organization`;
}
