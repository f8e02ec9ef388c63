import { parseArgs } from 'node:util';
import { LOCALES } from '../../edge/contract/locale.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import { contentRoot } from '../../site/loader/folder/content-root.node.ts';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { type MatrixPaint, matrixJson, matrixText } from './matrix.ts';

const USAGE = `Looks at the content folder (GATEHOUSE_CONTENT, else "content") as a whole.

  npm run content -- matrix             what there is for each role at each stage, per industry
  npm run content -- matrix --lang en   with English headings; Chinese where left out
  npm run content -- matrix --json      for scripts

Exit code: 0 done, 1 the content has problems, 2 wrong call.
`;

export interface ContentContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly paint: MatrixPaint;
}

/** Runs one command of `npm run content`; answers the exit code. */
export async function runContent(args: readonly string[], context: ContentContext): Promise<number> {
  const { env, cwd, write, warn, paint } = context;
  const options = readOptions(args);
  if (typeof options === 'string') {
    warn(`${options}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    write(USAGE);
    return 0;
  }
  const { content, issues } = await loadContent(contentRoot({ env, cwd }));
  if (!content) {
    warn(`${formatIssues(issues)}\n`);
    return 1;
  }
  write(options.json ? matrixJson(content) : matrixText(content, { locale: options.locale, paint }));
  return 0;
}

interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly locale: Locale;
}

/** What is wrong with the call, where something is. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
        help: { type: 'boolean', default: false },
      },
    });
    const locale = LOCALES.find((one) => one === values.lang);
    if (!locale) return `--lang is "${values.lang}"; use one of: ${LOCALES.join(', ')}.`;
    const [command, ...rest] = positionals;
    const isKnown = command === 'matrix' && rest.length === 0;
    if (!values.help && !isKnown) {
      return command ? `There is no command "${positionals.join(' ')}".` : 'Say what to do.';
    }
    return { help: values.help, json: values.json, locale };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
