import type * as z from 'zod';
import { STANDARD_CHANNELS } from '../../../edge/contract/channels/standard-channels.ts';
import { STANDARD_SOURCES } from '../../../edge/contract/channels/standard-sources.ts';
import type { ChannelsSchema } from '../../schemas/channels-schema.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Source } from '../sources.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { duplicates } from './duplicates.ts';
import { listAt } from './list-at.ts';

/** Rules that bind several parts of `rules/channels.yaml`, or it and the standard rules. */
export function checkChannels({ yaml }: Pick<Source<z.output<typeof ChannelsSchema>>, 'yaml'>): Issue[] {
  const sources = listAt(yaml, ['sources']);
  const each = (key: string): (string | number)[][] =>
    sources.flatMap((_, index) =>
      listAt(yaml, ['sources', index, key]).map((__, at) => ['sources', index, key, at]),
    );
  const idsOf = (list: string, key: string): (string | number)[][] =>
    listAt(yaml, [list]).map((_, index) => [list, index, key]);
  return [
    ...[
      idsOf('sources', 'id'),
      idsOf('channels', 'id'),
      idsOf('clickIds', 'name'),
      each('hosts'),
      each('aliases'),
    ].flatMap((paths) => duplicates(yaml, paths)),
    ...idsOf('sources', 'id').flatMap(([, index = 0]) => checkNewSource(yaml, index)),
    ...idsOf('channels', 'id').flatMap(([, index = 0]) => checkNewChannel(yaml, index)),
  ];
}

const SOURCES = STANDARD_SOURCES.map(({ id }) => id);
const CHANNELS = STANDARD_CHANNELS.map(({ id }) => id);

/** Only of a known source it is known what it is. */
function checkNewSource(yaml: YamlSource, index: string | number): Issue[] {
  const id = yaml.text(['sources', index, 'id']);
  if (id === undefined || SOURCES.includes(id) || yaml.get(['sources', index, 'kind']) !== undefined)
    return [];
  const message = `sources[${index}].kind is missing: "${id}" is none of the known sources, so say what it is, e.g. kind: site.`;
  return [missing(yaml, { path: ['sources', index, 'id'], message, id, known: SOURCES, fix: 'kind: site' })];
}

function checkNewChannel(yaml: YamlSource, index: string | number): Issue[] {
  const id = yaml.text(['channels', index, 'id']);
  if (id === undefined || CHANNELS.includes(id) || yaml.get(['channels', index, 'name']) !== undefined)
    return [];
  const message = `channels[${index}].name is missing: "${id}" is none of the standard channels, so give it a name.`;
  const fix = 'name: { zh: …, en: … }';
  return [missing(yaml, { path: ['channels', index, 'id'], message, id, known: CHANNELS, fix })];
}

interface Missing {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly id: string;
  readonly known: readonly string[];
  readonly fix: string;
}

function missing(yaml: YamlSource, { path, message, id, known, fix }: Missing): Issue {
  const meant = nearest(id, known);
  return issueAt(yaml.placeOf(path), {
    code: 'MissingKey',
    message,
    ...(meant === undefined ? { fix } : { hint: `Or did you mean "${meant}"?`, fix: `id: ${meant}` }),
  });
}
