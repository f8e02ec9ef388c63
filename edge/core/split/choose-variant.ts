import type { VariantId, VariantShare } from '../../contract/variants.ts';

/** A page that is shown in several versions. */
export interface Experiment {
  /** Entry id: the same visitors are split anew for each. */
  readonly entry: string;
  readonly variants: readonly VariantShare[];
}

/**
 * Decides which version a visitor sees: the same one at every visit, without anything stored. Of a version whose
 * share grows, nobody is taken away who saw it before.
 * @param visitor Whatever tells visitors apart.
 */
export function chooseVariant({ entry, variants }: Experiment, visitor: string): VariantId {
  const point = (hash(`${entry}\n${visitor}`) / 2 ** 32) * 100;
  let end = 0;
  for (const { id, share } of variants) {
    end += share;
    if (point < end) return id;
  }
  return 'a';
}

/** FNV-1a over UTF-16 units, then MurmurHash3's mixer: FNV alone spreads the last characters too little. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
