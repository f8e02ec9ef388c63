import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UTM_PARAMETERS } from '../../edge/contract/touch.ts';
import type { Answers } from '../../edge/contract/registration.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import type { StoredRegistration } from '../../edge/core/ports/pool.ts';
import type { PoolReader } from '../../edge/pool/pool-reader.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { PoolContext } from './context.ts';
import { csvRecord, UTF8_BOM } from './csv.ts';
import { decryptAnswers, openKeyring, readBuilt, withReader } from './open-pool.ts';
import { answerText } from './show.ts';

export interface ExportOptions {
  readonly decrypt: boolean;
  readonly out?: string | undefined;
}

type Cell = (registration: StoredRegistration, answers: Answers) => string;

const PAGE_SIZE = 500;

const iso = (at: number): string => new Date(at).toISOString();

const FIXED_COLUMNS: readonly (readonly [string, Cell])[] = [
  ['id', ({ id }) => id],
  ['time', ({ at }) => iso(at)],
  ['status', ({ status }) => status],
  ['reason', ({ reason }) => reason ?? ''],
  ['form', ({ form }) => form],
  ['entry', ({ entry }) => entry],
  ['locale', ({ locale }) => locale],
  ['page', ({ page }) => page],
  ['variant', ({ variant }) => variant ?? ''],
  ['country', ({ geo }) => geo?.country ?? ''],
  ['region', ({ geo }) => geo?.region ?? ''],
  ['city', ({ geo }) => geo?.city ?? ''],
  ['channel', ({ attribution }) => attribution.channel],
  ['source', ({ attribution }) => attribution.source],
  ['medium', ({ attribution }) => attribution.medium],
  ['campaign', ({ attribution }) => attribution.campaign ?? ''],
  ['channel_rule', ({ attribution }) => attribution.rule],
  ['rules_version', ({ attribution }) => attribution.rulesVersion],
  ['landed', ({ touch }) => iso(touch.at)],
  ['landing_url', ({ touch }) => touch.landingUrl ?? ''],
  ['referrer', ({ touch }) => touch.referrer ?? ''],
  ['app', ({ touch }) => touch.app ?? ''],
  ...UTM_PARAMETERS.map((name): [string, Cell] => [name, ({ touch }) => touch.utm[name] ?? '']),
  ['landing_variant', ({ touch }) => touch.variant ?? ''],
  ['click_ids', ({ touch }) => new URLSearchParams(touch.clickIds).toString()],
];

/**
 * All registrations as CSV, oldest first. Besides the fixed columns there is one for every consent purpose and, when
 * decrypted, one for every field of any form, of the last build and of the pool alike.
 */
export async function exportCsv(options: ExportOptions, context: PoolContext): Promise<number> {
  return withReader(context, async (reader) => {
    const keyring = options.decrypt ? await openKeyring(context) : null;
    const columns = await collectColumns(reader, keyring, context);
    const output = await openOutput(options.out, context);
    let rows = 0;
    try {
      await output.write(UTF8_BOM + csvRecord(columns.map(([title]) => title)));
      for await (const page of reader.pages(PAGE_SIZE)) {
        const records = await Promise.all(
          page.map((registration) => toRecord(registration, keyring, columns)),
        );
        await output.write(records.join(''));
        rows += page.length;
      }
    } finally {
      await output.close();
    }
    const where = options.out === undefined ? '' : ` to ${options.out}`;
    context.warn(`${rows} ${rows === 1 ? 'registration' : 'registrations'}${where}.`);
    context.warn(
      keyring
        ? context.paint.warn('The file holds personal data: keep it safe and delete it when done.')
        : context.paint.dim('Without what was entered; --decrypt adds it.'),
    );
    return 0;
  });
}

async function toRecord(
  registration: StoredRegistration,
  keyring: Keyring | null,
  columns: readonly (readonly [string, Cell])[],
): Promise<string> {
  const answers = keyring ? await decryptAnswers(keyring, registration) : {};
  return csvRecord(columns.map(([, cell]) => cell(registration, answers)));
}

/** The forms of the last build drive the columns; what older forms asked is added behind. */
async function collectColumns(
  reader: PoolReader,
  keyring: Keyring | null,
  context: PoolContext,
): Promise<readonly (readonly [string, Cell])[]> {
  const forms = Object.values((await readBuilt(context)).forms);
  const fields = new Set(forms.flatMap((form) => form.fields.map(({ name }) => name)));
  const purposes = new Set(forms.flatMap((form) => form.consents.map(({ id }) => id)));
  for await (const page of reader.pages(PAGE_SIZE)) {
    for (const { consents } of page) for (const { purpose } of consents) purposes.add(purpose);
    if (!keyring) continue;
    const answers = await Promise.all(page.map((registration) => decryptAnswers(keyring, registration)));
    for (const name of answers.flatMap(Object.keys)) fields.add(name);
  }
  return [
    ...FIXED_COLUMNS,
    ...[...purposes].map((purpose): [string, Cell] => [`consents.${purpose}`, consentCell(purpose)]),
    ...(keyring ? [...fields] : []).map((name): [string, Cell] => [`answers.${name}`, answerCell(name)]),
  ];
}

function consentCell(purpose: string): Cell {
  return ({ consents }) => {
    const consent = consents.find((one) => one.purpose === purpose);
    if (!consent) return '';
    const { granted, version, basis, from } = consent;
    return `${basis ?? (granted ? 'yes' : 'no')} (${version}${from === undefined ? '' : `, given in ${from}`})`;
  };
}

function answerCell(name: string): Cell {
  return (_, answers) => answerText(answers[name] ?? '');
}

interface Output {
  write(text: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A new file for its owner alone, or standard output. */
async function openOutput(out: string | undefined, { cwd, write }: PoolContext): Promise<Output> {
  if (out === undefined) return { write: async (text) => write(text), close: async () => {} };
  const file = await open(resolve(cwd, out), 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new PlainError(`${out} is there already. Name another file, or delete it first.`);
    throw new PlainError(`${out} can't be written: ${error.code ?? error.message}.`);
  });
  return { write: (text) => file.write(text), close: () => file.close() };
}
