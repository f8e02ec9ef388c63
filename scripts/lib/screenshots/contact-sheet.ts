import sharp from 'sharp';

/** The pictures of one kind of page, in the order they stand in. */
export interface SheetRow {
  readonly label: string;
  /** Each shows a screen, not a whole page. */
  readonly pictures: readonly Buffer[];
}

const HEIGHT = 236;
const GAP = 12;
const LABEL = 26;
const COLUMNS = 2;
const GROUND = '#dfe4e9';

/** All kinds of pages on one picture, two in a line. */
export async function contactSheet(rows: readonly SheetRow[]): Promise<Buffer> {
  const cells = await Promise.all(rows.map(drawCell));
  const cellWidth = Math.max(...cells.map(({ width }) => width));
  const lines = Math.ceil(cells.length / COLUMNS);
  const cellHeight = HEIGHT + LABEL + GAP * 2;
  const composed = cells.flatMap(({ parts }, index) => {
    const left = GAP + (index % COLUMNS) * (cellWidth + GAP * 2);
    const top = Math.floor(index / COLUMNS) * cellHeight;
    return parts.map((part) => ({ ...part, left: left + part.left, top: top + part.top }));
  });
  return sharp({
    create: {
      width: COLUMNS * (cellWidth + GAP * 2),
      height: lines * cellHeight + GAP,
      channels: 3,
      background: GROUND,
    },
  })
    .composite(composed)
    .png({ palette: true, colours: 128, dither: 0.4, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

interface Part {
  readonly input: Buffer;
  readonly left: number;
  readonly top: number;
}

async function drawCell({ label, pictures }: SheetRow): Promise<{ width: number; parts: Part[] }> {
  const parts: Part[] = [{ input: labelPicture(label), left: 0, top: GAP }];
  let left = 0;
  for (const picture of pictures) {
    const { data, info } = await sharp(picture)
      .resize({ height: HEIGHT })
      .toBuffer({ resolveWithObject: true });
    parts.push({ input: data, left, top: GAP + LABEL });
    left += info.width + GAP;
  }
  return { width: left - GAP, parts };
}

function labelPicture(label: string): Buffer {
  const words = label.replaceAll(/[<&]/g, ' ');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${LABEL}">` +
      `<text x="0" y="17" font-family="sans-serif" font-size="15" font-weight="bold" fill="#0c1826">${words}</text></svg>`,
  );
}
