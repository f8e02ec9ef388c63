import { parseArgs } from 'node:util';
import type { PoolContext } from './context.ts';
import { count } from './count.ts';
import { exportCsv } from './export-csv.ts';
import { integrity } from './integrity.ts';
import { list } from './list.ts';
import { outbox } from './outbox.ts';
import { reattribute } from './reattribute.ts';
import { release } from './release.ts';
import { show } from './show.ts';

const USAGE = `Looks into the lead pool.

  npm run pool                           the newest registrations (as list)
  npm run pool -- list                   newest first   --limit 20  --status accepted|quarantined  --json
  npm run pool -- show <id>              one registration; the beginning of its id is enough   --decrypt
  npm run pool -- export                 all of them as CSV for Excel   --decrypt  --out leads.csv
  npm run pool -- count                  received = accepted + quarantined + rejected   --json
  npm run pool -- release <id>           out of quarantine: accepts it and queues its mails
  npm run pool -- reattribute            derives channels anew by the rules of the last build   --apply writes
  npm run pool -- outbox                 mails that wait or failed, and why   --all
  npm run pool -- integrity              checks every page of the file

What visitors entered is encrypted and shown with --decrypt only.
`;

const OPTIONS = {
  limit: { type: 'string' },
  status: { type: 'string' },
  json: { type: 'boolean' },
  decrypt: { type: 'boolean' },
  out: { type: 'string' },
  all: { type: 'boolean' },
  apply: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof OPTIONS;

interface Call {
  readonly values: ReturnType<typeof parse>['values'];
  readonly id: string;
}

interface Command {
  readonly options: readonly OptionName[];
  readonly takesId?: true;
  run(call: Call, context: PoolContext): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  list: {
    options: ['limit', 'status', 'json'],
    run: ({ values: { limit = '20', status, json = false } }, context) =>
      list({ limit, status, json }, context),
  },
  show: {
    options: ['decrypt'],
    takesId: true,
    run: ({ id, values: { decrypt = false } }, context) => show({ id, decrypt }, context),
  },
  export: {
    options: ['decrypt', 'out'],
    run: ({ values: { decrypt = false, out } }, context) => exportCsv({ decrypt, out }, context),
  },
  count: {
    options: ['json'],
    run: ({ values: { json = false } }, context) => count({ json }, context),
  },
  release: {
    options: [],
    takesId: true,
    run: ({ id }, context) => release({ id }, context),
  },
  reattribute: {
    options: ['apply', 'json'],
    run: ({ values: { apply = false, json = false } }, context) => reattribute({ apply, json }, context),
  },
  outbox: {
    options: ['all'],
    run: ({ values: { all = false } }, context) => outbox({ all }, context),
  },
  integrity: {
    options: [],
    run: (_, context) => integrity(context),
  },
};

/** Runs one command line and answers with the exit code: 0 well, 1 something is wrong, 2 wrong call. */
export async function runPool(args: readonly string[], context: PoolContext): Promise<number> {
  const call = readCall(args);
  if (call === 'help') {
    context.write(USAGE);
    return 0;
  }
  if (typeof call === 'string') {
    context.warn(call);
    context.warn(context.paint.dim('npm run pool -- --help shows what there is.'));
    return 2;
  }
  return call.command.run(call, context);
}

/** The call, or what is wrong with it. */
function readCall(args: readonly string[]): (Call & { readonly command: Command }) | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const [name = 'list', id, ...rest] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return `There is no command "${name}".`;
  const strange = Object.keys(values).find((option) => !command.options.includes(option as OptionName));
  if (strange !== undefined) return `"${name}" knows no --${strange}.`;
  if (command.takesId && id === undefined) return `"${name}" needs an id, or the beginning of one.`;
  const surplus = command.takesId ? rest[0] : id;
  if (surplus !== undefined) return `"${name}" does not know what to do with "${surplus}".`;
  return { values, id: id ?? '', command };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}
