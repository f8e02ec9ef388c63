/** Signs that readers of Markdown don't all take the same way; where one is found the text is not plain. */
const DOUBTFUL_SIGNS: readonly RegExp[] = [
  // Addresses that become links by themselves: all but those of a link that is whole on its line.
  /www\./,
  /(?<!\[[^[\]\n]*\]\(https?):\/\//,
  /:\/\/(?![^\s()|]+(?:\)|\s"))/,
  /(?<!\[[^[\]\n]*\]\(mailto:[\w.+-]+)@/,
  /@(?![\w.-]+(?:\)|\s"))/,
  // Marks of emphasis of different kinds, or one taken back, side by side.
  /([*_~\\])(?!\1)[*_~\\]/,
  // Notes and link addresses within something else, or with something close under them.
  /(?<!^)\[[^\]\n]*\]:/,
  /^\[[^\]\n]*\]:.*\n(?![\n[])/,
  // A box to tick without words behind it.
  /\[[ \txX]\](?! [\p{L}\p{N}])/u,
  /^(?:import|export)\b/,
  // What ends a line for some of them.
  /[\0\r\u2028\u2029]/,
];
const DOUBTFUL = new RegExp(DOUBTFUL_SIGNS.map(({ source }) => source).join('|'), 'imu');

const PROP = String.raw`\s+[a-z][A-Za-z]*(?:="[^"<>{}\\&]*"|=\{[^<>\x60\\]*?\})?`;
const OPENING_TAG = String.raw`<[A-Z][A-Za-z]*(?:${PROP})*\s*\/?>`;
const CLOSING_TAG = String.raw`<\/[A-Z][A-Za-z]*>`;
/** Tags of blocks on lines of their own, under an empty line or another tag; the closing one under words, too. */
const BLOCK_TAG = new RegExp(
  String.raw`(?:(?<=^(?:|<.*>)\n)${OPENING_TAG}|(?<=^(?:|<.*>|\s*\p{L}.*)\n)${CLOSING_TAG})(?=\n|$)`,
  'gmu',
);
const WORD_TAG = /(?<=[\p{L}\p{N}])<(sub|sup)>[\p{L}\p{N}+-]+<\/\1>|(?<=[\p{L}\p{N}\p{P}])<br \/>/gu;

/**
 * Whether all readers of MDX take the text the same way, so that the quickest may read it. A text that isn't plain
 * may well be right.
 */
export function isPlainMdx(text: string): boolean {
  if (DOUBTFUL.test(text) || !text.isWellFormed()) return false;
  if (!/[<{]/.test(text)) return true;
  return !/[<{]/.test(`\n${text}`.replaceAll(BLOCK_TAG, '').replaceAll(WORD_TAG, ''));
}
