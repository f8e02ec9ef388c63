import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Content } from '../../../site/loader/content.ts';
import { sharePicture } from '../../../site/seo/share-picture.ts';
import { listFiles } from '../list-files.ts';
import { mapLimit } from '../map-limit.ts';
import { openFileCache } from '../open-file-cache.ts';
import { PlainError } from '../plain-error.ts';
import { ROOT_FOLDER } from '../run-command.ts';
import { runInThread } from '../run-in-thread.ts';
import { planSharePictures, type PlannedCard } from './plan-share-pictures.ts';
import { shareFile, type ShareJob } from './share-file.ts';

/** The share pictures of a site, drawn and waiting to be published. */
export interface SharePictures {
  /** Cards, each of them in two shapes. */
  readonly count: number;
  /** How many of them had to be drawn. */
  readonly drawn: number;
  publish(siteFolder: string): Promise<void>;
}

/** Room for some 3,000 entries. */
const MAX_BYTES = 1024 ** 3;
const AT_A_TIME = 16;
/** A thread reads its fonts first, which takes as long as to draw so many cards. */
const CARDS_WORTH_A_THREAD = 5;

/** Draws the share pictures that no build has drawn before, on threads of their own. */
export async function makeSharePictures(options: {
  readonly content: Content;
  readonly contentRoot: string;
  /** Shared by all builds. */
  readonly cacheFolder: string;
}): Promise<SharePictures> {
  const { content, contentRoot, cacheFolder } = options;
  const cache = openFileCache({ folder: cacheFolder, maxBytes: MAX_BYTES });
  const planned = planSharePictures(content, contentRoot);
  const keyOf = await cardKeys();
  const keyed = await mapLimit(planned, {
    limit: AT_A_TIME,
    map: async (one) => ({ ...one, key: await keyOf(one.card) }),
  });
  const isKept = await Promise.all(keyed.map(({ key }) => cache.has(shareFile(key, 'wide'))));
  const missing = keyed.filter((_, index) => !isKept[index]);
  await drawAll(missing, cacheFolder);
  return {
    count: planned.length,
    drawn: missing.length,
    async publish(siteFolder) {
      await mapLimit(keyed, { limit: AT_A_TIME, map: (one) => publishOne(one, siteFolder) });
      await cache.prune(Date.now());
    },
  };

  async function publishOne({ page, card, key }: PlannedCard & ShareJob, siteFolder: string): Promise<void> {
    for (const shape of ['wide', 'square'] as const) {
      const path = sharePicture(page, { locale: card.locale, shape });
      await cache.place(shareFile(key, shape), join(siteFolder, path));
    }
  }
}

async function drawAll(jobs: readonly ShareJob[], cacheFolder: string): Promise<void> {
  const worth = Math.ceil(jobs.length / CARDS_WORTH_A_THREAD);
  const threads = Math.min(availableParallelism(), worth);
  const script = new URL('share-worker.ts', import.meta.url);
  const problems = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const own = jobs.filter((_job, index) => index % threads === thread);
      const data = { jobs: own.map(({ key, card }) => ({ key, card })), cacheFolder, maxBytes: MAX_BYTES };
      return runInThread<string | null>(script, data);
    }),
  );
  const [problem] = problems.filter((one) => one !== null);
  if (problem !== undefined) throw new PlainError(problem);
}

/** A card's key changes with all that shows in it, and with the code and the packages that draw it. */
async function cardKeys(): Promise<(card: PlannedCard['card']) => Promise<string>> {
  const own = (await listFiles(import.meta.dirname)).filter((path) => !path.endsWith('.test.ts'));
  const version = await digestOf([...own, join(ROOT_FOLDER, 'package-lock.json')]);
  const digests = new Map<string, Promise<string>>();
  const pictureDigest = (path: string): Promise<string> => {
    const known = digests.get(path) ?? digestOf([path]);
    digests.set(path, known);
    return known;
  };
  return async ({ logoPath, coverPath, ...words }) => {
    const logo = await pictureDigest(logoPath);
    const cover = coverPath === null ? null : await pictureDigest(coverPath);
    return hash('sha256', JSON.stringify([version, words, logo, cover])).slice(0, 40);
  };
}

async function digestOf(paths: readonly string[]): Promise<string> {
  const digests = await Promise.all(paths.map(async (path) => hash('sha256', await readFile(path))));
  return hash('sha256', digests.join('\n'));
}
