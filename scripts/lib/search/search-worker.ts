import { parentPort, workerData } from 'node:worker_threads';
import type { Locale } from '../../../edge/contract/locale.ts';
import type { SearchDocument } from '../../../site/search/compose-search-index.ts';
import { indexFiles } from './index-files.ts';

// The thread of `makeSearchIndex`.

const { documents, locale } = workerData as {
  readonly documents: readonly SearchDocument[];
  readonly locale: Locale;
};
parentPort?.postMessage(indexFiles(documents, locale));
