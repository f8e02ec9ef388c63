import { join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs, styleText } from 'node:util';
import { intro, outro } from '@clack/prompts';
import { isLocale, LOCALES, type Locale } from '../edge/contract/locale.ts';
import { dayIn } from '../site/loader/day-in.ts';
import { contentRoot } from '../site/loader/folder/content-root.node.ts';
import { runMain } from './lib/run-main.ts';
import { askEntry } from './new/ask-entry.ts';
import { entryFromFlags, type Flags, givenByFlags } from './new/entry-from-flags.ts';
import { makeEntry, type MadeEntry } from './new/make-entry.ts';
import type { NewEntry } from './new/new-entry.ts';
import { createNewTexts, type NewTexts } from './new/new-texts.ts';
import { readContentFacts } from './new/read-content-facts.ts';

const USAGE = `Makes a new entry in the content folder (GATEHOUSE_CONTENT, else "content"): a draft in both languages that
passes the check. 在内容文件夹里新建一个条目：中英文各一页的草稿，检查已通过。

  npm run new                    asks for everything · 逐项询问
  npm run new -- whitepaper      kinds · 类别: whitepaper, case, product, landing, article
  npm run new -- whitepaper --title-zh 标题 --title-en Title --yes     asks nothing · 不询问

  --title-zh, --title-en         titles · 标题
  --slug                         name in the address; from the English title · 网址里的名字
  --industries, --roles          ids of site.yaml, with commas; all of them · 行业与角色的 id，逗号分隔
  --stage                        awareness, consideration, decision
  --family                       of a product · 产品系列
  --form                         a file in forms/ · 表单
  --file                         the gated file, copied; or --file-zh and --file-en · 受控文件
  --lang                         zh or en: the language of the questions · 询问用的语言
  --yes                          take the defaults, ask nothing · 其余取默认值
`;

await runMain(async () => {
  const call = readCall(process.argv.slice(2));
  if (call.wrong !== undefined || call.flags.help) {
    process.stdout.write(call.wrong === undefined ? USAGE : `${call.wrong}\n\n${USAGE}`);
    process.exitCode = call.wrong === undefined ? 0 : 2;
    return;
  }
  const { flags } = call;
  const facts = await readContentFacts(contentRoot({ env: process.env, cwd: process.cwd() }));
  const locale = languageOf(flags.lang) ?? facts.defaultLocale;
  const texts = createNewTexts(locale);
  const day = dayIn(facts.timeZone, Date.now());
  const isAsking = !flags.yes && process.stdin.isTTY && process.stdout.isTTY;
  if (isAsking) intro(texts('intro'));
  const entry = isAsking
    ? await askEntry({ facts, locale, texts, day, given: givenByFlags(flags) })
    : entryFromFlags(flags, { facts, day });
  const report = reportOf(await makeEntry(entry, facts), { entry, texts });
  if (isAsking) outro(report);
  else console.log(report);
});

function readCall(args: string[]): { flags: Flags; wrong?: string } {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ 'title-zh': text, 'title-en': text, slug: text, industries: text, roles: text, stage: text },
        ...{ family: text, form: text, file: text, 'file-zh': text, 'file-en': text, lang: text },
        ...{ yes, help: yes },
      },
    });
    return { flags: { ...values, kind: positionals[0] } };
  } catch (error) {
    return { flags: {}, wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** What a flag names, else what the terminal speaks. */
function languageOf(flag: string | undefined): Locale | undefined {
  const name = flag ?? process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  const language = name.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : undefined;
}

function reportOf(
  { folder, files, placeholders }: MadeEntry,
  { entry, texts }: { readonly entry: NewEntry; readonly texts: NewTexts },
): string {
  const shown = (name: string): string => relative(process.cwd(), join(folder, name));
  const pages = LOCALES.map((locale) => shown(`${locale}.mdx`));
  const mark = (name: string): string =>
    placeholders.includes(name) ? styleText('dim', texts('placeholder')) : '';
  const steps = [
    `${texts('nextPages')}${pages.join(' ')}`,
    `${texts('nextReplace')}${placeholders.map(shown).join(' ')}`,
    `${texts('nextLook')}/zh/${entry.kind}/${entry.slug}/`,
    texts('nextPublish'),
  ];
  return [
    `${styleText('green', '✓')} ${texts('made')}`,
    ...files.map((name) => `  ${shown(name)}${mark(name)}`),
    '',
    styleText('bold', texts('next')),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n');
}
