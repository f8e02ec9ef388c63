import { parseArgs } from 'node:util';
import { composeChannelRules } from '../../edge/contract/channels/compose-channel-rules.ts';
import type { ChannelRules } from '../../edge/contract/channels/channel-rules.ts';
import { classifyVisitor } from '../../edge/core/source/classify-visitor.ts';
import { compileChannelRules } from '../../edge/core/source/compile-channel-rules.ts';
import { resolveSource } from '../../edge/core/source/resolve-source.ts';
import { harmless } from '../pool/table.ts';
import type { ExplainContext } from './explain-context.ts';
import { explainExamples } from './explain-examples.ts';
import { listRules } from './list-rules.ts';
import { readRules } from './read-rules.ts';

const USAGE = `Explains where a visit would be said to come from, by content/rules/channels.yaml as it stands now.

  npm run explain -- "<link>"                    the landing page's address as visitors open it, in quotes
      --referrer "<address>"                     the page they came from
      --ua "<user agent>"                        their browser
      --json                                     for scripts
  npm run explain -- --rules                     all channels in the order they are tried
  npm run explain -- --examples                  how the examples of scoring.yaml and routing.yaml come out, and why

A link within the site may begin with "/". Exit code: 0 explained, 1 the rules have problems, 2 wrong call.
`;

/** Runs one call of `npm run explain`; answers the exit code. */
export async function runExplain(args: readonly string[], context: ExplainContext): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    context.warn(`${options}\n`);
    context.warn(USAGE);
    return 2;
  }
  if (options.help) {
    context.write(USAGE);
    return 0;
  }
  if (options.examples) return explainExamples(context);
  const found = await readRules(context.contentRoot);
  if ('problems' in found) {
    context.warn(found.problems);
    return 1;
  }
  const rules = composeChannelRules(found.changes);
  if (options.rules) {
    context.write(listRules(rules, context.paint));
    return 0;
  }
  const question = readQuestion(options, found.origin);
  if (typeof question === 'string') {
    context.warn(question);
    return 2;
  }
  explain(question, { rules, origin: found.origin, json: options.json }, context);
  return 0;
}

interface Question {
  readonly landingUrl: string;
  readonly referrer: string | null;
  readonly userAgent: string | null;
}

interface Answering {
  readonly rules: ChannelRules;
  readonly origin: string;
  readonly json: boolean;
}

function explain(question: Question, { rules, origin, json }: Answering, context: ExplainContext): void {
  const { write, paint } = context;
  const compiled = compileChannelRules(rules);
  const resolved = resolveSource({ ...question, rules: compiled, ownHosts: [hostOf(origin)] });
  const visitor =
    question.userAgent === null
      ? null
      : classifyVisitor({ userAgent: question.userAgent, method: 'GET', headers: new Headers() });
  if (json) {
    write(`${JSON.stringify({ ...resolved, visitor }, null, 2)}\n`);
    return;
  }
  const names = rules.channels.find(({ id }) => id === resolved.channel)?.name;
  const facts = [
    ['channel', `${names?.en ?? resolved.channel} · ${names?.zh ?? ''}`],
    ['source', resolved.source],
    ['medium', resolved.medium],
    ['campaign', resolved.campaign ?? '–'],
    ['term', resolved.term ?? '–'],
    ['content', resolved.content ?? '–'],
    ['by', `rule ${resolved.rule} of rules ${resolved.rulesVersion}`],
    ...(visitor === null ? [] : [['visitor', VISITORS[visitor]]]),
  ] as const;
  write(
    [
      ...facts.map(([name = '', value = '']) => `  ${paint.dim(name.padEnd(9))} ${harmless(value)}`),
      '',
      paint.bold('Why'),
      ...resolved.why.map((sentence, index) => `  ${index + 1}. ${harmless(sentence)}`),
      '',
    ].join('\n'),
  );
}

const VISITORS = {
  person: 'a person',
  bot: 'a bot: counted apart, never as a person',
  preview: 'the preview of a shared link: counted apart, never as a person',
  prefetch: 'a page made ready ahead: counted apart, never as a person',
} as const;

/** What is wrong with the addresses, where something is. */
function readQuestion(
  { url, referrer, ua }: { url: string | undefined; referrer: string | undefined; ua: string | undefined },
  origin: string,
): Question | string {
  if (url === undefined) return `Say which link: npm run explain -- "${origin}/zh/?utm_source=baidu"`;
  const landingUrl = url.startsWith('/') && !url.startsWith('//') ? origin + url : url;
  const problem =
    problemOf(landingUrl, 'The link', /^https?:\/\//i) ??
    (referrer === undefined
      ? null
      : problemOf(referrer, '--referrer', /^(?:https?|android-app|ios-app):\/\//i));
  return problem ?? { landingUrl, referrer: referrer ?? null, userAgent: ua ?? null };
}

function problemOf(url: string, what: string, scheme: RegExp): string | null {
  if (scheme.test(url) && URL.canParse(url)) return null;
  const meant = `https://${url.replace(/^(?:https?)?:?\/*/i, '')}`;
  const hint = URL.canParse(meant) && meant.includes('.') ? ` Did you mean "${meant}"?` : '';
  return `${what} is "${url}", which is no web address.${hint} Give all of it, from https:// on, in quotes.`;
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        referrer: { type: 'string' },
        ua: { type: 'string' },
        json: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
        examples: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [url, ...rest] = positionals;
    if (rest.length > 0) {
      return `There are several links: "${positionals.join('", "')}". Put the link in quotes: without them a shell cuts it at & and at spaces.`;
    }
    return { ...values, url, referrer: values.referrer, ua: values.ua };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
