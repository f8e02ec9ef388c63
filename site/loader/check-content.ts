import { DEFAULT_TIME_ZONE, TimeZoneSchema } from '../schemas/time-zone-schema.ts';
import { assembleContent } from './assemble-content.ts';
import { checkBlocks } from './checks/check-blocks.ts';
import { checkChannels } from './checks/check-channels.ts';
import { checkFiles } from './checks/check-files.ts';
import { checkForm } from './checks/check-form.ts';
import { checkGatedFiles, gatedPath } from './checks/check-gated-files.ts';
import { checkLeadRules } from './checks/check-lead-rules.ts';
import { checkLengths } from './checks/check-lengths.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkMail } from './checks/check-mail.ts';
import { checkMedia, mediaPaths } from './checks/check-media.ts';
import { checkPages } from './checks/check-pages.ts';
import { checkPictures } from './checks/check-pictures.ts';
import { checkPublication } from './checks/check-publication.ts';
import { checkSite } from './checks/check-site.ts';
import { checkSpecs } from './checks/check-specs.ts';
import { checkTranslations } from './checks/check-translations.ts';
import { checkUnused } from './checks/check-unused.ts';
import { checkVariants } from './checks/check-variants.ts';
import type { Content } from './content.ts';
import { dayIn } from './day-in.ts';
import { classifyFile } from './folder/classify-file.ts';
import type { FileKind } from './folder/classify-file.ts';
import type { ContentFolder } from './folder/content-folder.ts';
import { WARNINGS } from './issues/issue-codes.ts';
import { issueAt } from './issues/issue.ts';
import type { Issue } from './issues/issue.ts';
import { sortIssues } from './issues/sort-issues.ts';
import type { TextCache } from './mdx/render-cached.ts';
import { readSources } from './read-sources.ts';
import type { Sources } from './sources.ts';

export type CheckedContent = (
  | { readonly content: Content; readonly issues: readonly [] }
  /** All problems at once, sorted by file and line. */
  | { readonly content: null; readonly issues: readonly Issue[] }
) & {
  /** What could be better and stops nothing, sorted likewise. */
  readonly warnings: readonly Issue[];
};

interface CheckOptions {
  readonly cache: TextCache;
  /** Says what is out and what has expired. Default: the machine's clock. */
  readonly clock?: (() => number) | undefined;
  /** True while writing: drafts have pages then, so that links to them are told and stop nothing. */
  readonly isWriting?: boolean | undefined;
  /** Folders outside the content that are published as they are. */
  readonly publicFolders?: readonly ContentFolder[];
  /** Tries the examples of the rules where all else is well. Handed in: what rules come to is the edge's to say. */
  readonly tryRules?: TryRules | undefined;
}

export type TryRules = (content: Content, sources: Pick<Sources, 'scoring' | 'routing'>) => readonly Issue[];

/** Reads a whole content folder; never throws for what is in it. */
export async function checkContent(
  folder: ContentFolder,
  { cache, clock = Date.now, isWriting = false, publicFolders = [], tryRules }: CheckOptions,
): Promise<CheckedContent> {
  if (!folder.exists) return { content: null, issues: [noFolder(folder)], warnings: [] };
  const kinds = new Map([...folder.files].map(([path, facts]) => [path, kindOf(path, facts.isLink)]));
  const sources = await readSources(folder, { kinds, cache });
  const today = dayIn(timeZoneOf(sources), clock());
  const found = sortIssues(await collectIssues(folder, { kinds, sources, publicFolders, today }));
  const isWarning = ({ code }: Issue) => WARNINGS.has(code) || (isWriting && code === 'UnpublishedPage');
  const issues = found.filter((issue) => !isWarning(issue));
  const warnings = found.filter(isWarning);
  if (issues.length > 0) return { content: null, issues, warnings };
  const content = assembleContent(folder, sources, today);
  const failing = tryRules?.(content, sources) ?? [];
  if (failing.length > 0) return { content: null, issues: sortIssues([...failing]), warnings };
  return { content, issues: [], warnings };
}

/** Of a site without a zone, or with one that is none, the default's. */
function timeZoneOf({ site }: Sources): string {
  const zone = TimeZoneSchema.safeParse(site?.yaml.get(['timeZone']));
  return zone.data ?? DEFAULT_TIME_ZONE;
}

function kindOf(path: string, isLink: boolean): FileKind {
  return isLink ? { kind: 'ignored' } : classifyFile(path);
}

interface Collecting {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly sources: Sources;
  readonly publicFolders: readonly ContentFolder[];
  readonly today: string;
}

async function collectIssues(
  folder: ContentFolder,
  { kinds, sources, publicFolders, today }: Collecting,
): Promise<Issue[]> {
  const { label } = folder;
  const { site, forms, people, mails, specs, pages, variants, legal } = sources;
  const { channels, scoring, routing, credit } = sources;
  const gated = new Set(pages.flatMap((page) => gatedPath(page) ?? []));
  const [files, pictures, media] = await Promise.all([
    checkGatedFiles(folder, { kinds, pages, media: mediaPaths(sources), publicFolders }),
    checkPictures(folder, { sources, gated }),
    checkMedia(folder, { sources, gated }),
  ]);
  const inPages = [
    ...[...pages, ...variants].flatMap((page) => page.issues),
    ...checkPages(sources, label),
    ...checkPublication(sources, label),
    ...checkBlocks(sources, label),
  ];
  return [
    ...checkFiles(folder, { kinds, sources }),
    ...[
      site,
      ...forms.values(),
      ...people.values(),
      ...mails.values(),
      ...specs.values(),
      channels,
      scoring,
      routing,
      credit,
    ].flatMap((source) => source?.issues ?? []),
    ...legal.flatMap(({ text }) => text.issues),
    ...(site ? checkSite(site, { people, label }) : []),
    ...[...forms.values()].flatMap(checkForm),
    ...[...mails].flatMap(([id, source]) => checkMail(id, source)),
    ...checkSpecs(sources, label),
    ...(channels ? checkChannels(channels) : []),
    ...checkLeadRules(sources, label),
    ...inPages,
    ...checkTranslations(pages, inPages),
    ...checkVariants(sources),
    ...files,
    ...pictures,
    ...media,
    ...checkLinks(folder, { sources, gated, today }),
    ...checkLengths([...pages, ...variants]),
    ...checkUnused(folder, { kinds, sources }),
  ];
}

function noFolder({ label }: ContentFolder): Issue {
  const message = `There is no folder ${label}.`;
  const hint =
    'GATEHOUSE_CONTENT names the content folder; without it, it is "content" in the working directory.';
  return issueAt({ file: label, line: 1, column: 1 }, { code: 'MissingFile', message, hint });
}
