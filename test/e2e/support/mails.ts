import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailFolder } from './visitor.ts';

/** The mails that went to somebody, or tell of them. */
export async function mailsNaming(email: string): Promise<readonly string[]> {
  const names = await readdir(mailFolder()).catch(() => []);
  const mails = names
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFile(join(mailFolder(), name), 'utf8'));
  return (await Promise.all(mails)).filter((mail) => `${mail}${decoded(mail)}`.includes(email));
}

/** The bodies of a mail in plain text, base64 and quoted-printable undone. */
export function decoded(mail = ''): string {
  const base64 = [...mail.matchAll(/base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, body = '']) =>
    Buffer.from(body, 'base64').toString('utf8'),
  );
  const printable = Buffer.from(
    mail
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
  return [...base64, printable].join('\n');
}
