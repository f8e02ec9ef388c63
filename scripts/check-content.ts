import process from 'node:process';
import { parseArgs, styleText } from 'node:util';
import { contentRoot } from '../site/loader/folder/content-root.node.ts';
import { readContentFolder } from '../site/loader/folder/read-content-folder.node.ts';
import { formatIssues } from '../site/loader/issues/format-issues.ts';
import { loadContent } from '../site/loader/load-content.node.ts';
import type { Content } from '../site/loader/content.ts';

const USAGE = `Checks the content folder (GATEHOUSE_CONTENT, else "content") and prints every problem with its place.

  npm run check:content             for people
  npm run check:content -- --json   for editors: an array of {file, line, column, code, message, hint?, fix?}

Exit code: 0 all is well, 1 there are problems, 2 wrong call.
`;

async function checkContent(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options || options.help) {
    process.stdout.write(USAGE);
    return options ? 0 : 2;
  }
  const root = contentRoot({ env: process.env, cwd: process.cwd() });
  const { content, issues } = await loadContent(root);
  if (options.json) process.stdout.write(`${JSON.stringify(issues, null, 2)}\n`);
  else if (content) process.stdout.write(`${await summary(root, content)}\n`);
  else process.stdout.write(`${formatIssues(issues, PAINT)}\n`);
  return content ? 0 : 1;
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

const PAINT = {
  place: (text: string) => styleText('bold', text),
  code: (text: string) => styleText('red', text),
  fix: (text: string) => styleText('green', text),
};

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
