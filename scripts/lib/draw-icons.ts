import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** By origin-relative path. */
type Icons = ReadonlyMap<string, Buffer>;

/** Writes the icons of a site. */
export async function publishIcons(
  siteFolder: string,
  options: Parameters<typeof drawIcons>[0],
): Promise<void> {
  await mkdir(siteFolder, { recursive: true });
  for (const [path, bytes] of await drawIcons(options)) await writeFile(join(siteFolder, path), bytes);
}

/**
 * Draws every icon that browsers and home screens ask for, out of one logo: as it is where a page shows it, and
 * without transparent parts where the system cuts its own shape.
 */
export async function drawIcons({
  logoPath,
  band,
}: {
  readonly logoPath: string;
  /** Ground for a light logo; a dark one gets white. */
  readonly band: string;
}): Promise<Icons> {
  const logo = await readFile(logoPath);
  const { format } = await sharp(logo).metadata();
  const ground = await groundOf(logo, band);
  const [small, touch, medium, large, maskable] = await Promise.all([
    bare(logo, 32),
    onGround(logo, { side: 180, ground, share: ground.isTile ? 1 : 0.76 }),
    bare(logo, 192),
    bare(logo, 512),
    // A system may cut all but the circle in the middle, four fifths wide.
    onGround(logo, { side: 512, ground, share: ground.isTile ? 0.8 : 0.58 }),
  ]);
  return new Map([
    ['/favicon.ico', iconFile(small, 32)],
    ...(format === 'svg' ? [['/favicon.svg', logo] as const] : []),
    ['/apple-touch-icon.png', touch],
    ['/icon-192.png', medium],
    ['/icon-512.png', large],
    ['/icon-maskable-512.png', maskable],
  ]);
}

interface Ground {
  readonly color: string;
  /** The logo brings its own ground, to its edges. */
  readonly isTile: boolean;
}

/** The colour that a logo's own tile has at its edges; without one, what sets it off. */
async function groundOf(logo: Buffer, band: string): Promise<Ground> {
  const side = 64;
  const pixels = await render(logo, side).raw().toBuffer();
  const at = (x: number, y: number): Buffer => pixels.subarray((y * side + x) * 4, (y * side + x) * 4 + 4);
  const edges = [at(side / 2, 1), at(side / 2, side - 2), at(1, side / 2), at(side - 2, side / 2)];
  const [first] = edges;
  const isTile = first !== undefined && edges.every((edge) => edge[3] === 255 && edge.equals(first));
  if (isTile) return { color: `rgb(${first[0]},${first[1]},${first[2]})`, isTile };
  return { color: lightnessOf(pixels) > 0.6 ? band : '#ffffff', isTile: false };
}

/** From 0 to 1, of what is not transparent. */
function lightnessOf(pixels: Buffer): number {
  let [sum, opaque] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(at, at + 4);
    sum += (0.2126 * red + 0.7152 * green + 0.0722 * blue) * opacity;
    opaque += opacity;
  }
  return opaque === 0 ? 0 : sum / opaque / 255;
}

function bare(logo: Buffer, side: number): Promise<Buffer> {
  return render(logo, side).png({ compressionLevel: 9 }).toBuffer();
}

async function onGround(
  logo: Buffer,
  { side, ground, share }: { side: number; ground: Ground; share: number },
): Promise<Buffer> {
  const picture = await bare(logo, Math.round(side * share));
  return sharp({ create: { width: side, height: side, channels: 3, background: ground.color } })
    .composite([{ input: picture, gravity: 'centre' }])
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function render(logo: Buffer, side: number): Sharp {
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp(logo, { density: 600 })
    .ensureAlpha()
    .resize(side, side, { fit: 'contain', background: transparent });
}

/** An ICO file with one picture, which may be a PNG in everything since Windows Vista. */
function iconFile(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
