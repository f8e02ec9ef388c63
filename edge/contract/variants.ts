/**
 * The versions of a page that are shown side by side to learn which serves better: `a` is the page itself, the
 * others stand beside it (`zh.b.mdx`).
 */
export const VARIANT_IDS = ['a', 'b', 'c', 'd'] as const;

export type VariantId = (typeof VARIANT_IDS)[number];

/** A version besides the page itself. */
export type OtherVariantId = Exclude<VariantId, 'a'>;

export const OTHER_VARIANT_IDS: readonly OtherVariantId[] = VARIANT_IDS.filter((id) => id !== 'a');

/** How many of a page's visitors see one of its other versions; who sees none of them sees `a`. */
export interface VariantShare {
  readonly id: OtherVariantId;
  /** Per cent, whole, 0 to 100. */
  readonly share: number;
}

/** `value` if it names a version that runs; `variants` are those besides `a`, none where nothing is tried. */
export function runningVariant(
  value: string | undefined,
  variants: readonly VariantShare[] = [],
): VariantId | null {
  if (variants.length === 0) return null;
  if (value === 'a') return value;
  return variants.find(({ id }) => id === value)?.id ?? null;
}

/** Where the built site keeps the other versions; no link leads there and no address of it is answered. */
export const VARIANTS_FOLDER = '/gatehouse-variants/';

/** Where it keeps one of them: `/zh/landing/open-day/` → `/gatehouse-variants/b/zh/landing/open-day/`. */
export function variantPath(page: string, variant: OtherVariantId): string {
  return `${VARIANTS_FOLDER}${variant}${page}`;
}
