import type { Element, ElementContent } from 'hast';
import type * as z from 'zod';

/** A building block marketers can use in a page's text, written `<Name prop="…" />`. */
export interface Block {
  readonly name: string;
  /** Plain data only; every prop is checked where it stands. */
  readonly props: z.ZodObject;
  /** Whether text stands between `<Name>` and `</Name>`. */
  readonly children: 'none' | 'required';
  /** How it is written; shown where it is written wrongly. */
  readonly example: string;
  /** @param props checked by `props` */
  readonly render: (props: unknown, children: ElementContent[]) => Element;
}

interface BlockDefinition<S extends z.ZodObject> extends Omit<Block, 'props' | 'render'> {
  readonly props: S;
  readonly render: (props: z.output<S>, children: ElementContent[]) => Element;
}

/** Ties a block's render function to the type of its props. */
export function defineBlock<S extends z.ZodObject>(definition: BlockDefinition<S>): Block {
  return { ...definition, render: (props, children) => definition.render(props as z.output<S>, children) };
}
