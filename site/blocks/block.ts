import type { Element, ElementContent } from 'hast';
import type * as z from 'zod';
import type { Locale } from '../../edge/contract/locale.ts';

/** A building block marketers can use in a page's text, written `<Name prop="…" />`. */
export interface Block {
  readonly name: string;
  /** Plain data only; every prop is checked where it stands. */
  readonly props: z.ZodObject;
  /** Whether text stands between `<Name>` and `</Name>`. */
  readonly children: 'none' | 'required';
  /** How it is written; shown where it is written wrongly. */
  readonly example: string;
  /**
   * What the page must offer for it: a gate with a form to lead to, or the frame of a landing page.
   * @param props checked by `props`
   */
  readonly needs?: ((props: unknown) => BlockNeed | null) | undefined;
  /**
   * Two with the same answer can't stand on one page.
   * @param props checked by `props`
   */
  readonly unique?: ((props: unknown) => string | null) | undefined;
  /** @param props checked by `props` */
  readonly render: (props: unknown, context: BlockContext) => Element;
}

export type BlockNeed = 'gate' | 'landing';

/** What a block gets to know besides its props: nothing that depends on other files. */
export interface BlockContext {
  readonly locale: Locale;
  /** What stands between the tags. */
  readonly children: ElementContent[];
  /** Gives `node` the place of the prop at `path`: there, mistakes of its picture, link or person are told. */
  readonly at: (path: readonly PropertyKey[], node: Element) => Element;
}

interface BlockDefinition<S extends z.ZodObject> extends Omit<
  Block,
  'props' | 'needs' | 'unique' | 'render'
> {
  readonly props: S;
  readonly needs?: (props: z.output<S>) => BlockNeed | null;
  readonly unique?: (props: z.output<S>) => string | null;
  readonly render: (props: z.output<S>, context: BlockContext) => Element;
}

/** Ties a block's functions to the type of its props. */
export function defineBlock<S extends z.ZodObject>({
  needs,
  unique,
  render,
  ...rest
}: BlockDefinition<S>): Block {
  return {
    ...rest,
    needs: needs && ((props) => needs(props as z.output<S>)),
    unique: unique && ((props) => unique(props as z.output<S>)),
    render: (props, context) => render(props as z.output<S>, context),
  };
}
