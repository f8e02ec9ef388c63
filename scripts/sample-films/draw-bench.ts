/** Draws the moment `seconds` of the film about the bench. It runs in the browser, so it holds everything it needs. */
export function drawBench(context: CanvasRenderingContext2D, seconds: number): void {
  const ink = { night: '#0c1826', grid: '#1a2c42', web: '#0a141f', edge: '#182c44', part: '#1d344f' };
  const light = { steel: '#8fa0b3', mist: '#dfe6ec', graphite: '#3b4a5c', signal: '#ff5a1f' };
  const [width, height] = [960, 540];
  /** When each fault passes the head, in pixels of travel, and how far it stands out. */
  const faults = [
    { at: 420, size: 46 },
    { at: 900, size: -34 },
    { at: 1320, size: 58 },
  ];
  const speed = 150;
  const headX = 480;
  const travel = seconds * speed;

  const shape = (points: readonly (readonly [number, number])[], fill: string, stroke?: string): void => {
    context.beginPath();
    points.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.fillStyle = fill;
    context.fill();
    if (stroke === undefined) return;
    context.strokeStyle = stroke;
    context.stroke();
  };
  const stroke = (from: readonly [number, number], to: readonly [number, number], color: string): void => {
    context.strokeStyle = color;
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  };
  const top = (x: number): number => 381 - (112 * x) / width;
  const bottom = (x: number): number => 507 - (112 * x) / width;
  /** What the head reads at a travelled length: a little noise, and the faults. */
  const reading = (length: number): number => {
    const wave =
      Math.sin(length * 0.11) * 2.5 + Math.sin(length * 0.37 + 1) * 2 + Math.sin(length * 0.83) * 1.5;
    return faults.reduce((sum, { at, size }) => sum + size * Math.exp(-(((length - at) / 14) ** 2)), wave);
  };

  context.fillStyle = ink.night;
  context.fillRect(0, 0, width, height);
  context.lineWidth = 1;
  for (let x = 0; x <= width; x += 40) stroke([x, 0], [x, height], ink.grid);
  for (let y = 0; y <= height; y += 40) stroke([0, y], [width, y], ink.grid);

  context.lineWidth = 2;
  const rail = 27;
  shape(
    [
      [-9, top(0) - rail],
      [969, top(width) - rail],
      [969, bottom(width) + rail],
      [-9, bottom(0) + rail],
    ],
    ink.edge,
    light.steel,
  );
  shape(
    [
      [-9, top(0)],
      [969, top(width)],
      [969, bottom(width)],
      [-9, bottom(0)],
    ],
    ink.web,
  );
  for (let x = (travel % 75) - 75; x < width + 75; x += 75) {
    stroke([x, top(x) + 1], [x - 22, bottom(x - 22) - 1], ink.grid);
  }
  context.lineWidth = 3;
  for (const { at } of faults) {
    const x = headX + travel - at;
    if (x < -60 || x > width + 60) continue;
    context.strokeStyle = light.signal;
    context.beginPath();
    context.ellipse(x, (top(x) + bottom(x)) / 2, 22, 8, -0.115, 0, 7);
    context.stroke();
  }

  const [beamTop, near] = [277, headX];
  context.globalAlpha = 0.17;
  shape(
    [
      [near - 34, beamTop],
      [near + 34, beamTop],
      [near + 12, top(near) + 2],
      [near - 12, bottom(near) - 2],
    ],
    light.signal,
  );
  context.globalAlpha = 1;
  context.lineWidth = 5;
  stroke([near - 12, bottom(near) - 2], [near + 12, top(near) + 2], light.signal);
  context.lineWidth = 2.5;
  shape(
    [
      [405, 60],
      [555, 60],
      [555, 222],
      [530, 263],
      [430, 263],
      [405, 222],
    ],
    ink.part,
    light.mist,
  );
  for (const y of [86, 106, 126]) stroke([428, y], [y > 120 ? 500 : 532, y], light.graphite);
  context.fillStyle = light.signal;
  context.fillRect(446, 263, 68, 14);

  context.fillStyle = 'rgb(9 19 30 / 0.82)';
  context.fillRect(600, 44, 320, 176);
  context.lineWidth = 1.5;
  context.setLineDash([6, 7]);
  for (const y of [112, 152]) stroke([616, y], [904, y], light.steel);
  context.setLineDash([]);
  context.lineWidth = 2.5;
  for (let x = 616; x < 904; x += 2) {
    const [here, next] = [travel - (904 - x) * 1.6, travel - (902 - x) * 1.6];
    const isOut = Math.abs(reading(here)) > 20;
    stroke([x, 132 - reading(here)], [x + 2, 132 - reading(next)], isOut ? light.signal : light.mist);
  }
  context.lineWidth = 1.5;
  for (let tick = 0; tick <= 36; tick += 1) {
    stroke([616 + tick * 8, 206], [616 + tick * 8, tick % 5 ? 200 : 195], light.steel);
  }
}
