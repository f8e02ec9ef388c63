import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { ROOT, runScript } from '../support/run-script.ts';
import { attributeOf, type BuiltSite, readBuiltSite } from './support/built-site.ts';

const THEIRS = { accent: '#f2b705', band: '#17392a', paper: '#faf7f0' };
/** What nothing of another company's site may show. */
const HOUSE = /#ff5a1f|#0c1826|#f4f6f8/i;

let folder: string;
let site: BuiltSite;
let catalogue: Catalogue;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-theme-'));
  const env = {
    GATEHOUSE_CONTENT: join(ROOT, 'test/fixtures/content-orchard'),
    GATEHOUSE_OUT: join(folder, 'dist'),
    GATEHOUSE_DATA: join(folder, 'data'),
  };
  await runScript('build.ts', { env });
  site = await readBuiltSite(join(env.GATEHOUSE_OUT, 'site'));
  catalogue = JSON.parse(await readFile(join(env.GATEHOUSE_OUT, 'edge/catalogue.json'), 'utf8')) as Catalogue;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('another company’s pages wear its colours, down to the edge of the browser', () => {
  const styles = [...site.files].filter(([path]) => path.endsWith('.css')).map(([, css]) => css.toString());
  expect(styles.join('')).toContain(`--signal:${THEIRS.accent}`);
  expect(styles.join('')).not.toMatch(HOUSE);
  expect(site.pages.length).toBeGreaterThan(10);
  for (const page of site.pages) {
    expect(attributeOf(page, 'meta[name="theme-color"]', 'content'), page.path).toBe(THEIRS.band);
    expect(page.html, page.path).not.toMatch(HOUSE);
  }
  expect(site.files.get('/en/manifest.webmanifest')?.toString()).toContain(THEIRS.band);
});

test('so do its mails and the pages of the edge', () => {
  const text = JSON.stringify(catalogue);
  for (const color of Object.values(THEIRS)) expect(text).toContain(color);
  expect(text).not.toMatch(HOUSE);
});
