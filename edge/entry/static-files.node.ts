import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Experiment } from '../core/split/choose-variant.ts';
import { pickVersion } from './pick-version.node.ts';
import { SPLIT_CACHE, SPLIT_VARY } from './split-headers.ts';
import type { ContentEncoding, StaticBytes, StaticFile, StaticIndex } from './static-index.node.ts';

const NOTHING: ReadonlyMap<string, Experiment> = new Map();

/** Stands for a path that does not decode; no file is named so. */
const MALFORMED = '\0';

/** Answers with a file of the site: compressed where the client takes it, in part or not at all where it asks so. */
export async function serveStaticFile(
  index: StaticIndex,
  {
    request,
    response,
    experiments = NOTHING,
  }: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    /** What is tried, by the path of the page; left out: nothing. */
    readonly experiments?: ReadonlyMap<string, Experiment> | undefined;
  },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendText(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
  }
  const { pathname, search } = splitTarget(request.url ?? '/');
  const file = index.files.get(pathname);
  const experiment = experiments.get(pathname);
  if (file && experiment) {
    const version = pickVersion(request, { pathname, search, experiment }) ?? '';
    return sendFile(index.variants.get(version) ?? file, { request, response, isSplit: true });
  }
  if (file) return sendFile(file, { request, response });
  if (index.files.has(`${pathname}/`)) {
    return sendText(response, 308, 'Moved', { Location: `${encodeURI(pathname)}/${search}` });
  }
  const page = request.headers.accept?.includes('text/html') && notFoundPage(index, pathname);
  if (page) return sendFile(page, { request, response, status: 404 });
  return sendText(response, 404, 'Not found', { 'Cache-Control': 'no-cache' });
}

/** Path and query of a request target; the path decoded once, and never looked at by another rule than this. */
function splitTarget(target: string): { pathname: string; search: string } {
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const search = at < 0 ? '' : target.slice(at);
  try {
    return { pathname: decodeURI(path).normalize(), search };
  } catch {
    return { pathname: MALFORMED, search };
  }
}

function notFoundPage({ notFound }: StaticIndex, pathname: string): StaticFile | undefined {
  const folder = /^\/[^/]+\//.exec(pathname)?.[0] ?? '/';
  return notFound.get(folder) ?? notFound.get('/');
}

async function sendFile(
  file: StaticFile,
  options: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly status?: 404;
    /** Others get another version at this address. */
    readonly isSplit?: boolean;
  },
): Promise<void> {
  const { request, response, status = 200, isSplit = false } = options;
  const encoding = request.headers.range ? undefined : pickEncoding(file, request.headers['accept-encoding']);
  const bytes = (encoding && file.encoded[encoding]) ?? file.plain;
  // Versions of a page are of the same second.
  const modified = isSplit ? null : bytes.modified;
  const headers: Record<string, string | number> = {
    'Cache-Control': isSplit ? SPLIT_CACHE : file.cacheControl,
    ETag: bytes.etag,
    ...(modified ? { 'Last-Modified': modified } : {}),
    ...(Object.keys(file.encoded).length > 0 ? { Vary: 'Accept-Encoding' } : {}),
    ...(isSplit ? { Vary: SPLIT_VARY } : {}),
  };
  if (status === 200 && isUnchanged(request, { etag: bytes.etag, modified })) {
    response.writeHead(304, headers).end();
    return;
  }
  headers['Content-Type'] = file.mediaType;
  if (encoding) headers['Content-Encoding'] = encoding;
  if (status === 404) {
    delete headers['ETag'];
    delete headers['Last-Modified'];
    return sendBytes(response, { bytes, headers, status, isHead: request.method === 'HEAD' });
  }
  headers['Accept-Ranges'] = 'bytes';
  const range = parseRange(request, bytes);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.bytes}` }).end();
    return;
  }
  await sendBytes(response, { bytes, headers, range, status, isHead: request.method === 'HEAD' });
}

interface Range {
  readonly start: number;
  /** The last byte, included. */
  readonly end: number;
}

async function sendBytes(
  response: ServerResponse,
  options: {
    readonly bytes: StaticBytes;
    readonly headers: Record<string, string | number>;
    readonly status: number;
    readonly range?: Range | undefined;
    readonly isHead: boolean;
  },
): Promise<void> {
  const { bytes, headers, range, status, isHead } = options;
  const { start, end } = range ?? { start: 0, end: bytes.bytes - 1 };
  headers['Content-Length'] = end - start + 1;
  if (range) headers['Content-Range'] = `bytes ${start}-${end}/${bytes.bytes}`;
  response.writeHead(range ? 206 : status, headers);
  if (isHead || bytes.bytes === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream(bytes.path, { start, end }), response);
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
}

/** Brotli before gzip; a quality of zero forbids one. RFC 9110 §12.5.3. */
function pickEncoding({ encoded }: StaticFile, accept = ''): ContentEncoding | undefined {
  const accepted = new Set(
    accept
      .split(',')
      .filter((item) => !/;\s*q=0(?:\.0*)?\s*$/i.test(item))
      .map((item) => item.replace(/;.*/s, '').trim().toLowerCase()),
  );
  return (['br', 'gzip'] as const).find((encoding) => accepted.has(encoding) && encoded[encoding]);
}

function isUnchanged(
  { headers }: IncomingMessage,
  { etag, modified }: { readonly etag: string; readonly modified: string | null },
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags === '*' || tags.split(',').some((tag) => tag.trim() === etag);
  return modified !== null && headers['if-modified-since'] === modified;
}

/** One range of bytes; several, or another unit, are answered with the whole file. RFC 9110 §14.2. */
function parseRange(
  { headers }: IncomingMessage,
  { bytes }: StaticBytes,
): Range | 'unsatisfiable' | undefined {
  // Our tags are weak, so a client can't make sure that its parts fit together: it gets the whole.
  if (headers['if-range'] !== undefined) return undefined;
  const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!first && !last) return undefined;
  const start = first ? Number(first) : Math.max(0, bytes - Number(last));
  const end = first && last ? Math.min(Number(last), bytes - 1) : bytes - 1;
  if (first && last && Number(last) < Number(first)) return undefined;
  return start > end ? 'unsatisfiable' : { start, end };
}
