import type { Block } from './block.ts';
import { callout } from './callout.ts';
import { cta } from './cta.ts';
import { figures } from './figures.ts';
import { quote } from './quote.ts';

/** The blocks pages can use, by the name they are written with. */
export const BLOCKS: ReadonlyMap<string, Block> = new Map(
  [callout, cta, figures, quote].map((block) => [block.name, block]),
);
