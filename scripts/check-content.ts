import process from 'node:process';
import { parseArgs, styleText } from 'node:util';
import { contentRoot } from '../site/loader/folder/content-root.node.ts';
import { readContentFolder } from '../site/loader/folder/read-content-folder.node.ts';
import type { CheckedContent } from '../site/loader/check-content.ts';
import { formatIssue, formatIssues } from '../site/loader/issues/format-issues.ts';
import { loadContent } from '../site/loader/load-content.node.ts';
import type { Content } from '../site/loader/content.ts';
import { describeUnpublished } from './lib/describe-unpublished.ts';
import { tryRules } from './lib/try-rules.ts';

const USAGE = `Checks the content folder (GATEHOUSE_CONTENT, else "content") and prints every problem with its place.

  npm run check:content             for people
  npm run check:content -- --json   for editors: an array of {severity, file, line, column, code, message, hint?, fix?}

A problem (severity "error") stops the build; advice (severity "warning") does not.
Exit code: 0 nothing stops the build, 1 there are problems, 2 wrong call.
`;

async function checkContent(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options || options.help) {
    process.stdout.write(USAGE);
    return options ? 0 : 2;
  }
  const root = contentRoot({ env: process.env, cwd: process.cwd() });
  const checked = await loadContent(root, { tryRules });
  process.stdout.write(`${options.json ? asJson(checked) : await asText(root, checked)}\n`);
  return checked.content ? 0 : 1;
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
    return { json: values.json ?? false, help: values.help ?? false };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`);
    return undefined;
  }
}

function asJson({ issues, warnings }: CheckedContent): string {
  const told = [
    ...issues.map((issue) => ({ severity: 'error', ...issue })),
    ...warnings.map((warning) => ({ severity: 'warning', ...warning })),
  ];
  return JSON.stringify(told, null, 2);
}

async function asText(root: string, { content, issues, warnings }: CheckedContent): Promise<string> {
  const advice = warnings.map((warning) => formatIssue(warning, ADVICE_PAINT));
  const notes = content ? describeUnpublished(content) : [];
  const end = content ? await summary(root, content) : formatIssues(issues, PAINT);
  return [...advice, ...(notes.length > 0 ? [notes.join('\n')] : []), end].join('\n\n');
}

const PAINT = {
  place: (text: string) => styleText('bold', text),
  code: (text: string) => styleText('red', text),
  fix: (text: string) => styleText('green', text),
};

const ADVICE_PAINT = { ...PAINT, code: (text: string) => styleText('yellow', `${text} (advice)`) };

async function summary(root: string, { entries, forms, people }: Content): Promise<string> {
  const { label, files } = await readContentFolder(root, { cwd: process.cwd() });
  const counts = [
    count(entries.length, 'entry', 'entries'),
    count(Object.keys(forms).length, 'form', 'forms'),
    count(Object.keys(people).length, 'person', 'people'),
    count(files.size, 'file', 'files'),
  ];
  return `${styleText('green', 'ok')}  ${label}: ${counts.join(', ')}`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

process.exitCode = await checkContent(process.argv.slice(2));
