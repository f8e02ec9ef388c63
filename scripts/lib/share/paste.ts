/** A picture in pixels, row by row: red, green, blue and, with four channels, how opaque each is. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/** Lays a picture that lies wholly within `canvas` (three channels) over it. */
export function paste(
  canvas: Pixels,
  { picture, at }: { picture: Pixels; at: { readonly left: number; readonly top: number } },
): void {
  for (let y = 0; y < picture.height; y += 1) {
    let from = y * picture.width * picture.channels;
    let to = ((at.top + y) * canvas.width + at.left) * 3;
    if (picture.channels === 3) {
      picture.data.copy(canvas.data, to, from, from + picture.width * 3);
      continue;
    }
    for (let x = 0; x < picture.width; x += 1, from += 4, to += 3) blend(canvas.data, to, picture.data, from);
  }
}

/** In integers, so that every machine gets the same. */
function blend(canvas: Buffer, to: number, picture: Buffer, from: number): void {
  const opacity = picture[from + 3] ?? 0;
  if (opacity === 0) return;
  for (let channel = 0; channel < 3; channel += 1) {
    const [over, under] = [picture[from + channel] ?? 0, canvas[to + channel] ?? 0];
    canvas[to + channel] = Math.round((over * opacity + under * (255 - opacity)) / 255);
  }
}
