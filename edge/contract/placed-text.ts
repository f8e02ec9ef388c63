/** A text that was decoded, and where each of its characters stood before. */
export interface PlacedText {
  readonly text: string;
  /** For each code unit the place in the original where it begins; one more for the end. */
  readonly places: readonly number[];
}

/** No tool encodes more often. */
const MAX_LAYERS = 6;

/** Undoes all layers of percent-encoding; what is no valid encoding stays as it is. */
export function decodePlaced(original: string): PlacedText {
  let placed: PlacedText = {
    text: original,
    places: Array.from({ length: original.length + 1 }, (_, place) => place),
  };
  for (let layer = 0; layer < MAX_LAYERS && ENCODED.test(placed.text); layer += 1)
    placed = decodeLayer(placed);
  return placed;
}

/** The text of `decodePlaced`, for a fraction of its time. */
export function decodeAll(original: string): string {
  let text = original;
  for (let layer = 0; layer < MAX_LAYERS && ENCODED.test(text); layer += 1) text = decodeOnce(text);
  return text;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Array.from(decodeRun(run), ({ part }) => part).join(''),
    );
  }
}

const ENCODED = /%[0-9a-f]{2}/i;

function decodeLayer({ text, places }: PlacedText): PlacedText {
  const parts: string[] = [];
  const decodedPlaces: number[] = [];
  const keep = (part: string, start: number, unitsEach = 1): void => {
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1)
      decodedPlaces.push(places[start + unit * unitsEach] ?? 0);
  };
  let end = 0;
  for (const { 0: run, index } of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
    keep(text.slice(end, index), end);
    let start = index;
    for (const { part, length } of decodeRun(run)) {
      // Both halves of a character outside the basic plane begin where it does.
      keep(part, start, part.length === length ? 1 : 0);
      start += length;
    }
    end = index + run.length;
  }
  keep(text.slice(end), end);
  return { text: parts.join(''), places: [...decodedPlaces, places.at(-1) ?? 0] };
}

interface DecodedPart {
  readonly part: string;
  /** Of what it was decoded from. */
  readonly length: number;
}

function* decodeRun(run: string): Generator<DecodedPart> {
  try {
    for (const part of decodeURIComponent(run)) {
      yield { part, length: 3 * new TextEncoder().encode(part).length };
    }
  } catch {
    // Somewhere it is no UTF-8: read at least the ASCII of it.
    for (const code of run.match(/%../g) ?? []) {
      const byte = parseInt(code.slice(1), 16);
      const isAscii = byte >= 0x20 && byte < 0x7f;
      yield { part: isAscii ? String.fromCharCode(byte) : code, length: 3 };
    }
  }
}
