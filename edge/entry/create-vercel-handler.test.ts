import { expect, test } from 'vitest';
import type { Catalogue } from '../contract/catalogue.ts';
import { composeChannelRules } from '../contract/channels/compose-channel-rules.ts';
import { generateKeys } from '../core/generate-keys.ts';
import { createVercelHandler } from './create-vercel-handler.ts';

const CATALOGUE = {
  site: { origin: 'https://www.northlake.example', defaultLocale: 'en' },
  forms: {},
  entries: {},
  assets: {},
  channels: composeChannelRules(),
  pages: {},
} as unknown as Catalogue;

test('says in the log what the environment lacks, answers 503, and recovers without a new deployment', async () => {
  let env: Record<string, string> = {};
  const lines: string[] = [];
  const handler = createVercelHandler({
    catalogue: CATALOGUE,
    env: () => env,
    write: (line) => lines.push(line),
  });
  const ask = (): Promise<Response> =>
    handler(new Request('https://site.example/api/nothing', { headers: { accept: 'application/json' } }));

  const refused = await ask();
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
    503,
    '60',
    { code: 'unavailable' },
  ]);
  expect((JSON.parse(lines[0]!) as { cause: string }).cause).toMatchInlineSnapshot(`
    "GATEHOUSE_KEYS is not set: the keys the site was built with; \`npm run keys\` makes new ones
    GATEHOUSE_INDEX_KEY is not set: the index key of the pool; \`npm run keys\` makes a new one
    GATEHOUSE_POOL_URL is not set: the pool gateway of your server, e.g. https://pool.northlake.example/api/pool/
    GATEHOUSE_POOL_TOKEN is not set: the same token as on that server"
  `);

  const { keys, indexKey } = generateKeys();
  env = {
    GATEHOUSE_KEYS: keys,
    GATEHOUSE_INDEX_KEY: indexKey,
    GATEHOUSE_POOL_URL: 'https://pool.example/api/pool',
    GATEHOUSE_POOL_TOKEN: indexKey,
  };
  const answered = await ask();
  expect([answered.status, await answered.json()]).toMatchObject([404, { code: 'not_found' }]);
});
