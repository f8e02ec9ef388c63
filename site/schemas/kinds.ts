/** The kinds of entries, named as their folders in `content/` and as the first part of their pages' addresses. */
export const KINDS = ['whitepapers', 'cases', 'products', 'landing', 'articles'] as const;

export type Kind = (typeof KINDS)[number];

/** Kinds with a page that lists their entries; a landing page is reached from its campaign alone. */
export const LISTED_KINDS = ['whitepapers', 'cases', 'products', 'articles'] as const satisfies Kind[];

export type ListedKind = (typeof LISTED_KINDS)[number];

/** What messages call one entry of a kind. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  whitepapers: 'white paper',
  cases: 'case',
  products: 'product',
  landing: 'landing page',
  articles: 'article',
};

export function isKind(name: string): name is Kind {
  return (KINDS as readonly string[]).includes(name);
}

export function isListedKind(name: string): name is ListedKind {
  return (LISTED_KINDS as readonly string[]).includes(name);
}
