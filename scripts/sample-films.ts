import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureChromium } from './lib/find-chromium.ts';
import { runMain } from './lib/run-main.ts';
import { drawBench } from './sample-films/draw-bench.ts';

/**
 * Records the film of the sample site into `content/`, where it is committed. Needed again only when its drawing
 * changes.
 */
const FILM = join(import.meta.dirname, '../content/landing/electrode-open-day/bench.mp4');
const SECONDS = 12;

await runMain(async () => {
  const executablePath = await ensureChromium({ say: console.log });
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.setContent('<canvas width="960" height="540"></canvas>');
    // Functions reach the browser as their text; this one is called there by its name.
    await page.addScriptTag({ content: drawBench.toString() });
    const recorded = await page.evaluate(recordFilm, SECONDS);
    const bytes = Buffer.from(recorded, 'base64');
    await writeFile(FILM, bytes);
    console.log(`bench.mp4  ${SECONDS} s  ${Math.round(bytes.length / 1024)} KiB`);
  } finally {
    await browser.close();
  }
});

/** In the browser: plays the drawing once, in real time, and answers the film in base64. */
async function recordFilm(seconds: number): Promise<string> {
  const canvas = document.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) throw new Error('the page has no canvas');
  const recorder = new MediaRecorder(canvas.captureStream(25), {
    mimeType: 'video/mp4;codecs=avc1.42E01E',
    videoBitsPerSecond: 600_000,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const isOver = new Promise((resolve) => (recorder.onstop = resolve));
  const start = performance.now();
  recorder.start();
  const step = (): void => {
    const at = (performance.now() - start) / 1000;
    drawBench(context, Math.min(at, seconds));
    if (at < seconds) requestAnimationFrame(step);
    else recorder.stop();
  };
  step();
  await isOver;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
