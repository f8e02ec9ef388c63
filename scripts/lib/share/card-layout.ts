import { SHARE_SIZES, type ShareShape } from '../../../site/seo/share-picture.ts';
import { breakTitle } from './break-title.ts';
import type { ShareCard } from './share-card.ts';

/** A box as the layout engine takes it. */
export interface Box {
  readonly type: 'div' | 'img';
  readonly key: null;
  readonly props: Readonly<Record<string, unknown>>;
}

/** Where the cover and the logo go, in pixels. */
export interface Slot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Layout {
  readonly words: Box;
  /** SVG to lay over the words. */
  readonly marks: string;
  readonly cover: Slot;
  readonly logo: Slot;
}

/** The words of a card, and the places of its pictures. */
export function cardLayout(card: ShareCard, shape: ShareShape): Layout {
  return shape === 'wide' ? wideLayout(card) : squareLayout(card);
}

const WIDE = { margin: 64, text: 560, cover: 516, logo: 52 } as const;

function wideLayout(card: ShareCard): Layout {
  const { width, height } = SHARE_SIZES.wide;
  const { margin, text, cover, logo } = WIDE;
  const left = width - cover;
  const foot = height - margin - logo;
  return {
    words: box({ width, height, backgroundColor: card.colors.ground, fontFamily: FONTS[card.locale] }, [
      textColumn(card, {
        slot: { left: margin, top: margin - 8, width: text, height: foot - margin - 28 },
        label: 27,
        sizes: [70, 64, 58, 52, 47, 42, 38, 34],
      }),
      row({ left: margin + logo + 18, top: foot, height: logo }, [brandOf(card, 27)]),
    ]),
    marks: tickScale(card, { right: left, height }),
    cover: { left, top: 0, width: cover, height },
    logo: { left: margin, top: foot, width: logo, height: logo },
  };
}

const SQUARE = { margin: 48, cover: 430, logo: 88 } as const;

function squareLayout(card: ShareCard): Layout {
  const { width, height } = SHARE_SIZES.square;
  const { margin, cover, logo } = SQUARE;
  const text = width - 2 * margin;
  return {
    words: box({ width, height, backgroundColor: card.colors.ground, fontFamily: FONTS[card.locale] }, [
      textColumn(card, {
        slot: { left: margin, top: cover + 34, width: text, height: height - cover - 34 - margin + 12 },
        label: 30,
        sizes: [68, 62, 56, 50, 45, 40, 36, 32],
      }),
    ]),
    marks: '',
    cover: { left: 0, top: 0, width, height: cover },
    logo: { left: margin, top: margin, width: logo, height: logo },
  };
}

/** Chinese first in Chinese, so that its quotation marks and dots are as wide as it wants them. */
const FONTS = { zh: 'SC, Latin', en: 'Latin, SC' } as const;

interface TextColumn {
  readonly slot: Slot;
  /** Font size of the label. */
  readonly label: number;
  /** Of the title, the largest first. */
  readonly sizes: readonly number[];
}

function textColumn(card: ShareCard, { slot, label, sizes }: TextColumn): Box {
  const { title, locale, colors } = card;
  const lineHeight = locale === 'zh' ? 1.32 : 1.16;
  const used = card.label === '' ? 0 : label * 2.1;
  const { width, height } = slot;
  const { size, lines } = breakTitle(title, { locale, width, height: height - used, sizes, lineHeight });
  const head =
    card.label === '' ? [] : [box({ fontSize: label, height: used, color: colors.signal }, card.label)];
  const style = {
    fontSize: size,
    lineHeight,
    letterSpacing: locale === 'zh' ? 0 : -0.008 * size,
    color: colors.ink,
    whiteSpace: 'pre',
  };
  return box({ ...slot, position: 'absolute', flexDirection: 'column' }, [
    ...head,
    ...lines.map((line) => box(style, line)),
  ]);
}

function brandOf({ brand, host, colors }: ShareCard, size: number): Box {
  return box({ flexDirection: 'column' }, [
    box({ fontSize: size, color: colors.ink, lineHeight: 1.2 }, brand),
    box({ fontSize: size * 0.7, color: colors.soft, lineHeight: 1.3, fontFamily: FONTS.en }, host),
  ]);
}

/** The ruler at the edge of the picture: as one path, for the layout engine takes longer over each box. */
function tickScale({ colors }: ShareCard, { right, height }: { right: number; height: number }): string {
  const step = 14;
  const ticks = Array.from({ length: Math.floor(height / step) }, (_, index) => {
    return `M${right} ${(index + 0.5) * step}h-${index % 5 === 0 ? 14 : 8}`;
  });
  return `<path d="${ticks.join('')}" stroke="${colors.soft}" stroke-opacity=".5" stroke-width="1.5"/>`;
}

function row(slot: Omit<Slot, 'width'>, children: readonly Box[]): Box {
  return box({ ...slot, position: 'absolute', alignItems: 'center' }, children);
}

function box(style: Readonly<Record<string, unknown>>, children: readonly Box[] | string): Box {
  return {
    type: 'div',
    key: null,
    props: { style: { boxSizing: 'border-box', display: 'flex', ...style }, children },
  };
}
