import type { Localized } from '../../edge/contract/locale.ts';
import type { Block } from '../blocks/block.ts';

/** A block's example in each language: the guide's own, else the one that messages show. */
export function guideExample({ name, example }: Block, guide: string): Localized {
  const found = [...guide.matchAll(/^```mdx\n([^]*?)^```$/gm)]
    .map(([, code = '']) => code.trim())
    .filter((code) => new RegExp(`^<${name}[\\s>]`).test(code));
  return { en: found[0] ?? example, zh: found[1] ?? example };
}
