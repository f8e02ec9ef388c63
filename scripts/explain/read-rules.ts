import type { ChannelChanges } from '../../edge/contract/channels/channel-rules.ts';
import { OriginSchema } from '../../site/schemas/origin-schema.ts';
import { checkChannels } from '../../site/loader/checks/check-channels.ts';
import { classifyFile } from '../../site/loader/folder/classify-file.ts';
import { readContentFolder } from '../../site/loader/folder/read-content-folder.node.ts';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { readSources } from '../../site/loader/read-sources.ts';
import { PlainError } from '../lib/plain-error.ts';

export type FoundRules =
  | {
      /** Null where the folder has no rules of its own. */
      readonly changes: ChannelChanges | null;
      /** Of the site. */
      readonly origin: string;
    }
  | { readonly problems: string };

/** Reads the rules of a content folder and nothing else of it, so that they can be tried while pages are unfinished. */
export async function readRules(root: string): Promise<FoundRules> {
  const folder = await readContentFolder(root, { cwd: process.cwd() });
  if (!folder.exists) {
    throw new PlainError(`There is no folder ${folder.label}. GATEHOUSE_CONTENT names the content folder.`);
  }
  const kinds = new Map(
    [...folder.files.keys()].flatMap((path) => {
      const kind = classifyFile(path);
      return kind.kind === 'site' || kind.kind === 'channels' ? [[path, kind] as const] : [];
    }),
  );
  const { site, channels } = await readSources(folder, { kinds, cache: { texts: new Map() } });
  const issues = channels ? [...channels.issues, ...checkChannels(channels)] : [];
  if (issues.length > 0) return { problems: formatIssues(issues) };
  const origin = OriginSchema.safeParse(site?.yaml.get(['domain']));
  return { changes: channels?.value ?? null, origin: origin.data ?? 'https://www.company.example' };
}
