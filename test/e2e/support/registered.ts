import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { RegisterAnswer } from '../../../edge/contract/registration.ts';
import type { FileAnswer } from '../../../edge/core/testing/requests.ts';
import { createKeyring } from '../../../edge/core/keyring.ts';
import { createTokens } from '../../../edge/core/tokens.ts';
import type { Locale, newVisitor } from './visitor.ts';
import { BROWSER_AGENT } from '../../support/browser-agent.ts';

const DAY_MS = 86_400_000;

/** Registers somebody for the paper without a browser. Without `elapsedMs` it looks like a robot's. */
export async function registerAt(
  url: string,
  options: {
    readonly locale: Locale;
    readonly visitor: ReturnType<typeof newVisitor>;
    readonly elapsedMs?: number;
  },
): Promise<FileAnswer> {
  const { locale, visitor, elapsedMs = 30_000 } = options;
  const entry = 'whitepapers/inline-gauging';
  const answer = await post(url, { form: 'whitepaper', entry, locale, elapsedMs, answers: visitor });
  return answer as FileAnswer;
}

/** Asks for a visit without a browser; answers the address of the thank-you page. */
export async function askAt(
  url: string,
  { locale, visitor }: { readonly locale: Locale; readonly visitor: ReturnType<typeof newVisitor> },
): Promise<string> {
  const answer = await post(url, {
    form: 'line-walk',
    entry: 'landing/line-walk',
    locale,
    elapsedMs: 30_000,
    answers: { ...visitor, press: 'gravure' },
  });
  return answer.thanksUrl;
}

async function post(url: string, body: object): Promise<RegisterAnswer> {
  const response = await fetch(`${url}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER_AGENT, origin: url },
    body: JSON.stringify({ key: crypto.randomUUID(), consents: { privacy: true }, ...body }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as RegisterAnswer;
}

/** The download links in the mails to `email`, oldest first. */
export async function mailedLinks(dataFolder: string, email: string): Promise<string[]> {
  const folder = join(dataFolder, 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted();
  const links = names.map(async (name) => {
    const mail = await readFile(join(folder, name), 'utf8');
    if (!mail.includes(email)) return null;
    const html = await readFile(join(folder, name.replace(/eml$/, 'html')), 'utf8');
    return /href="([^"]+\/d\/[^"]+)"/.exec(html)?.[1] ?? null;
  });
  return (await Promise.all(links)).filter((link) => link !== null);
}

/** The token of a registration as it was given out the day before yesterday. */
export async function expiredToken(
  dataFolder: string,
  { registration, locale }: { readonly registration: string; readonly locale: Locale },
): Promise<string> {
  const { GATEHOUSE_KEYS: keys = '', GATEHOUSE_INDEX_KEY: indexKey = '' } = parseEnv(
    await readFile(join(dataFolder, 'keys.env'), 'utf8'),
  );
  const { sign } = createTokens({ keyring: await createKeyring({ keys, indexKey }) });
  const asset = `whitepapers/inline-gauging/${locale}`;
  const { token } = await sign({ asset, registration, held: false, at: Date.now() - 2 * DAY_MS });
  return token;
}

/** The token in a link of ours. */
export function tokenIn(link: string): string {
  return link.replace(/^.*\/[dt]\//, '');
}
