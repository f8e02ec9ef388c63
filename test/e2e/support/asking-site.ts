import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runScript } from '../../support/run-script.ts';
import { type ServedSite, serveSite } from '../../support/served-site.ts';

/** The sample site, asking what it may do, with a pool of its own. */
export interface AskingSite extends ServedSite {
  /** `npm run pool -- show` of the newest registration. */
  showNewest(): Promise<string>;
  /** `npm run pool -- …`. */
  pool(...args: readonly string[]): Promise<string>;
}

const CHOICES = `
privacyChoices:
  version: 2026-11
  text:
    zh: 我们想知道哪些页面对您有用，好把它们写得更好。
    en: We would like to know which pages help you, so that we can make them better.
  analytics:
    zh: 记录您从哪里来、读了哪些页面，最多保留 13 个月；只留在您的浏览器里，直到您提交表单。
    en: Remembers where you came from and which pages you read, for 13 months at most.
  marketing:
    zh: 用来判断哪一次推广带来了您。
    en: Tells which of our campaigns brought you.
`;

/** Takes half a minute: it is built anew. */
export async function serveAskingSite(): Promise<AskingSite> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-asking-'));
  const content = join(folder, 'content');
  await cp(join(ROOT, 'content'), content, { recursive: true });
  await appendFile(join(content, 'site.yaml'), CHOICES);
  const env = {
    GATEHOUSE_CONTENT: content,
    GATEHOUSE_OUT: join(folder, 'dist'),
    GATEHOUSE_DATA: join(folder, 'data'),
  };
  await runScript('build.ts', { env });
  const site = await serveSite(env);
  const pool = (...args: readonly string[]) => runScript('pool.ts', { args, env });
  return {
    ...site,
    pool,
    async showNewest() {
      const id = /^[0-9a-hjkmnp-tv-z]{10,26}/m.exec(await pool('list'))?.[0] ?? '';
      return pool('show', id);
    },
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true });
    },
  };
}
