import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { runScript } from '../support/run-script.ts';
import { serveSite } from '../support/served-site.ts';
import { BROWSER_AGENT } from '../support/browser-agent.ts';

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-serve-'));
  env = { GATEHOUSE_OUT: join(folder, 'dist'), GATEHOUSE_DATA: join(folder, 'data') };
  await runScript('build.ts', { env });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test('register, download, and the mails lie in the local outbox; the site survives a restart', async () => {
  const site = await serveSite(env);
  const response = await fetch(`${site.url}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER_AGENT, origin: site.url },
    body: JSON.stringify({
      form: 'whitepaper',
      entry: 'whitepapers/inline-gauging',
      locale: 'zh',
      key: 'serve-test-00000001',
      elapsedMs: 30_000,
      answers: { name: '林悦', email: 'lin@company.example', company: '公司' },
      consents: { privacy: true },
    }),
  });
  const { downloadUrl } = (await response.json()) as { downloadUrl: string };
  const mails = (): Promise<string[]> => readdir(join(env['GATEHOUSE_DATA']!, 'mail')).catch(() => []);
  await expect
    .poll(async () => (await mails()).filter((name) => name.endsWith('.eml')), { timeout: 10_000 })
    .toHaveLength(2);
  await site.stop();

  const again = await serveSite(env);
  const file = await fetch(again.url + downloadUrl);
  expect([file.status, Number(file.headers.get('content-length'))]).toEqual([
    200,
    (await file.arrayBuffer()).byteLength,
  ]);
  await again.stop();
});

test('a port that is taken is said to be', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, output } = await runCommand('node', ['scripts/serve.ts'], {
    env: { ...env, HOST: '127.0.0.1', PORT: String(port), NO_COLOR: '1' },
  });
  other.close();
  expect(code).toBe(1);
  expect(output.replaceAll(String(port), '<port>').replaceAll(String(port + 1), '<next>'))
    .toMatchInlineSnapshot(`
    "✗ Port <port> is taken, perhaps by a Gatehouse that still runs. Stop it, or take another: PORT=<next> npm start
    "
  `);
});

test('keys that did not seal the built site are refused before the first visitor', async () => {
  const { code, output } = await runCommand('node', ['scripts/serve.ts'], {
    env: { ...env, GATEHOUSE_DATA: join(folder, 'other'), PORT: '0', NO_COLOR: '1' },
  });
  expect(code).toBe(1);
  expect(output).toMatch(
    /The gated file of \S+ and of \d+ more does not open: .* not in the ring\. Build the site/,
  );
});
