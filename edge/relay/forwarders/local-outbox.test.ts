import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogFacts } from '../../core/ports/app.ts';
import { type ArrivedMail, SAMPLE_MAIL, testMailForwarder } from '../mail-forwarder.suite.ts';
import { createLocalOutbox } from './local-outbox.node.ts';

let root: string;
let folder: string;
let logged: [string, LogFacts | undefined][];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-mail-'));
  folder = join(root, 'mail');
  logged = [];
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const create = () =>
  createLocalOutbox({
    folder,
    clock: () => Date.UTC(2026, 10, 24, 6, 0, 0),
    log: (_, event, facts) => logged.push([event, facts]),
  });

describe('the local outbox', () => {
  testMailForwarder({
    async createForwarder() {
      return {
        forwarder: create(),
        arrived: () =>
          Promise.all(
            readdirSync(folder)
              .filter((name) => name.endsWith('.eml'))
              .map((name) => readMail(join(folder, name))),
          ),
        async breakDestination() {
          writeFileSync(folder, 'a file where the folder should be');
        },
        async dispose() {},
      };
    },
  });

  test('writes for the owner alone, leaves no part behind, and logs the path', async () => {
    await create().send(SAMPLE_MAIL, { idempotencyKey: '000001-mail-owner-abc' });
    expect(readdirSync(folder).toSorted()).toEqual([
      '000001-mail-owner-abc.eml',
      '000001-mail-owner-abc.html',
    ]);
    const path = join(folder, '000001-mail-owner-abc.eml');
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
    expect(logged).toEqual([['mail_written', { path }]]);
  });

  test('stays in its folder whatever the key', async () => {
    await create().send(SAMPLE_MAIL, { idempotencyKey: '../../etc/x\0y' });
    expect(readdirSync(root)).toEqual(['mail']);
    expect(readdirSync(folder)).toContain('______etc_x_y.eml');
  });
});

async function readMail(path: string): Promise<ArrivedMail> {
  const { from, to, replyTo, subject, html, text } = await PostalMime.parse(readFileSync(path));
  const [reply] = replyTo ?? [];
  return {
    from: from?.name ? `"${from.name}" <${from.address ?? ''}>` : (from?.address ?? ''),
    to: to?.map(({ address }) => address).join(', ') ?? '',
    ...(reply ? { replyTo: reply.address } : {}),
    subject: subject ?? '',
    html: html?.trimEnd() ?? '',
    // A mail's lines end with CR LF.
    text: text?.replaceAll('\r\n', '\n') ?? '',
  };
}
