import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateKeys } from '../core/generate-keys.ts';
import { ConfigError } from './config-error.ts';
import { loadNodeConfig, type NodeConfig } from './node-config.node.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'gatehouse-config-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const load = (env: Record<string, string> = {}): Promise<NodeConfig> => loadNodeConfig({ env, cwd });

async function problems(env: Record<string, string>): Promise<string> {
  const error = await load(env).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message.replaceAll(cwd, '<cwd>');
}

describe('defaults', () => {
  test('a local start is reachable from this machine alone', async () => {
    expect(await load()).toMatchObject({
      host: '127.0.0.1',
      port: 4321,
      origin: null,
      isProduction: false,
      dataFolder: join(cwd, '.gatehouse'),
      outFolder: join(cwd, 'dist'),
      resendApiKey: null,
      poolToken: null,
    });
  });

  test('a start in production is reachable from outside of its container', async () => {
    expect(await load({ NODE_ENV: 'production' })).toMatchObject({ host: '0.0.0.0', isProduction: true });
    expect((await load({ NODE_ENV: 'production', HOST: '127.0.0.1' })).host).toBe('127.0.0.1');
  });
});

test('says all that is wrong at once, and what to do', async () => {
  const env = { PORT: '80a', GATEHOUSE_ORIGIN: 'www.northlake.example', GATEHOUSE_POOL_TOKEN: 'short' };
  expect(await problems(env)).toMatchInlineSnapshot(`
    "PORT is "80a". Give a number from 0 to 65535, e.g. PORT=4321.
    GATEHOUSE_ORIGIN is "www.northlake.example". Give scheme and host alone, e.g. GATEHOUSE_ORIGIN=https://www.northlake.example.
    GATEHOUSE_POOL_TOKEN is too short to be secret. Take 32 characters or more: \`npm run keys\` makes one."
  `);
});

test.each(['https://www.northlake.example/zh/', 'ftp://x.example', 'https://u:p@x.example', 'x'])(
  'takes %j for no origin',
  async (origin) => {
    expect(await problems({ GATEHOUSE_ORIGIN: origin })).toContain('GATEHOUSE_ORIGIN is');
  },
);

describe('keys', () => {
  test('come from the environment where both are set', async () => {
    const made = generateKeys();
    const { keys } = await load({ GATEHOUSE_KEYS: made.keys, GATEHOUSE_INDEX_KEY: made.indexKey });
    expect(keys).toMatchObject({ ...made, from: 'environment' });
    await expect(stat(join(cwd, '.gatehouse'))).rejects.toThrow('ENOENT');
  });

  test('are made at the first start, for the owner’s eyes only, and stay', async () => {
    const first = await load();
    expect(first.keys.from).toBe('created');
    expect((await stat(first.keys.path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(cwd, '.gatehouse'))).mode & 0o777).toBe(0o700);
    const second = await load();
    expect(second.keys).toEqual({ ...first.keys, from: 'file' });
    expect(await readFile(first.keys.path, 'utf8')).toContain(`GATEHOUSE_KEYS=${first.keys.keys}\n`);
  });

  test('two first starts at the same moment get the same keys', async () => {
    const [one, two] = await Promise.all([load(), load()]);
    expect(one.keys.keys).toBe(two.keys.keys);
    expect([one.keys.from, two.keys.from].sort()).toEqual(['created', 'file']);
  });

  test('that are malformed are refused with what to do, and not repeated', async () => {
    const env = { GATEHOUSE_KEYS: 'k1:too-short', GATEHOUSE_INDEX_KEY: generateKeys().indexKey };
    expect(await problems(env)).toMatchInlineSnapshot(
      `"GATEHOUSE_KEYS: key "k1" is not 32 bytes in base64url (43 characters). Run "npm run keys" to make new ones."`,
    );
  });

  test('one without the other is refused', async () => {
    expect(await problems({ GATEHOUSE_KEYS: 'a:b' })).toMatchInlineSnapshot(
      `"GATEHOUSE_INDEX_KEY is missing: set it beside the other key. \`npm run keys\` makes both."`,
    );
  });

  test('are not made anew beside a pool that needs the old ones', async () => {
    await load();
    const folder = join(cwd, '.gatehouse');
    await writeFile(join(folder, 'pool.sqlite'), '');
    await rm(join(folder, 'keys.env'));
    expect(await problems({})).toMatchInlineSnapshot(
      `"<cwd>/.gatehouse holds a pool, but the keys that it is encrypted with are gone. Bring back <cwd>/.gatehouse/keys.env, or set GATEHOUSE_KEYS and GATEHOUSE_INDEX_KEY; new keys could not read it."`,
    );
  });

  test('a damaged key file is not written over', async () => {
    const { keys } = await load();
    await chmod(keys.path, 0o600);
    await writeFile(keys.path, 'GATEHOUSE_KEYS=\n');
    expect(await problems({})).toMatchInlineSnapshot(
      `"<cwd>/.gatehouse/keys.env does not hold GATEHOUSE_KEYS and GATEHOUSE_INDEX_KEY. Restore it from a backup."`,
    );
    expect(await readFile(keys.path, 'utf8')).toBe('GATEHOUSE_KEYS=\n');
  });
});
