import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { lookup } from 'mrmime';
import { SEALED_FOLDER } from '../contract/routes.ts';
import { VARIANTS_FOLDER } from '../contract/variants.ts';

/** One file of the built site, as one URL path answers with it. */
export interface StaticFile {
  readonly mediaType: string;
  readonly cacheControl: string;
  readonly plain: StaticBytes;
  /** The same contents, compressed by the build. */
  readonly encoded: Readonly<Partial<Record<ContentEncoding, StaticBytes>>>;
}

export interface StaticBytes {
  readonly path: string;
  readonly bytes: number;
  readonly etag: string;
  readonly modified: string;
}

export type ContentEncoding = 'br' | 'gzip';

export interface StaticIndex {
  /** By decoded URL path; `…/index.html` stands under its folder, `/zh/`. */
  readonly files: ReadonlyMap<string, StaticFile>;
  /** Other versions of pages, by `variantPath`; no address of theirs is answered. */
  readonly variants: ReadonlyMap<string, StaticFile>;
  /** The pages for an address where there is nothing, by the folder they stand for: `/`, `/en/`. */
  readonly notFound: ReadonlyMap<string, StaticFile>;
}

const EXTENSIONS: Readonly<Record<ContentEncoding, string>> = { br: '.br', gzip: '.gz' };
const COMPRESSED = /\.(?:br|gz)$/;
const HIDDEN = /(?:^|\/)\.(?!well-known\/)/;
const NOT_FOUND_PAGE = /^(?<folder>\/(?:.*\/)?)404(?:\.html|\/index\.html)$/;

/** A name with a hash of the contents in it never changes its contents. */
const CACHE_FOREVER = 'public, max-age=31536000, immutable';
const CACHE_AN_HOUR = 'public, max-age=3600';
const ASK_EACH_TIME = 'no-cache';

/**
 * Lists the public files of a built site. What is not in the list does not exist: no path of a request ever
 * reaches the disk. Sealed and hidden files are left out.
 */
export async function indexStaticFiles(siteFolder: string): Promise<StaticIndex> {
  const bytesByName = await statAll(siteFolder);
  const files = new Map<string, StaticFile>();
  const variants = new Map<string, StaticFile>();
  const notFound = new Map<string, StaticFile>();
  for (const [name, plain] of bytesByName) {
    if (COMPRESSED.test(name) || HIDDEN.test(name.slice(1)) || name.startsWith(SEALED_FOLDER)) continue;
    const file = staticFile(name, { plain, bytesByName });
    const folder = NOT_FOUND_PAGE.exec(name)?.groups?.['folder'];
    if (folder !== undefined) notFound.set(folder, file);
    else (name.startsWith(VARIANTS_FOLDER) ? variants : files).set(name.replace(/\/index\.html$/, '/'), file);
  }
  return { files, variants, notFound };
}

function staticFile(
  name: string,
  { plain, bytesByName }: { plain: StaticBytes; bytesByName: ReadonlyMap<string, StaticBytes> },
): StaticFile {
  const br = bytesByName.get(name + EXTENSIONS.br);
  const gzip = bytesByName.get(name + EXTENSIONS.gzip);
  return {
    mediaType: mediaTypeOf(name),
    cacheControl: cacheControlOf(name),
    plain,
    encoded: { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
  };
}

async function statAll(folder: string): Promise<Map<string, StaticBytes>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, StaticBytes]> => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtime, mtimeMs } = await stat(path);
      const name = `/${relative(folder, path).split(sep).join('/').normalize()}`;
      // Versions of one page may have one size and one time, and share an address.
      const version = name.startsWith(VARIANTS_FOLDER) ? name.charAt(VARIANTS_FOLDER.length) : '';
      const etag = `W/"${version}${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
      return [name, { path, bytes: size, etag, modified: mtime.toUTCString() }];
    });
  return new Map(await Promise.all(found));
}

function mediaTypeOf(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return /^text\/|\/(?:json|xml|javascript)$|\+(?:json|xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}

function cacheControlOf(name: string): string {
  if (name.startsWith('/_astro/')) return CACHE_FOREVER;
  return name.endsWith('.html') ? ASK_EACH_TIME : CACHE_AN_HOUR;
}
