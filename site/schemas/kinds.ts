/** The kinds of entries, named as their folders in `content/` and as the first part of their pages' addresses. */
export const KINDS = ['whitepapers', 'cases', 'products', 'articles'] as const;

export type Kind = (typeof KINDS)[number];

/** What messages call one entry of a kind. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  whitepapers: 'white paper',
  cases: 'case',
  products: 'product',
  articles: 'article',
};

export function isKind(name: string): name is Kind {
  return (KINDS as readonly string[]).includes(name);
}
