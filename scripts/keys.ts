import { generateKeys, generateRingKey } from '../edge/core/generate-keys.ts';
import { loadKeys } from '../edge/entry/local-keys.node.ts';
import { runMain } from './lib/run-main.ts';

const USAGE = `npm run keys                 new keys for a new installation
npm run keys -- rotate       a new key in front of GATEHOUSE_KEYS; the old ones still read what they wrote`;

const [command, ...rest] = process.argv.slice(2);

if (command === undefined) {
  const { keys, indexKey } = generateKeys();
  console.log(`# Set these where Gatehouse is built and where it runs, and keep a copy in a safe place.
GATEHOUSE_KEYS=${keys}
GATEHOUSE_INDEX_KEY=${indexKey}

# Only where edge functions use the pool of a self-hosted server: the same on both sides.
GATEHOUSE_POOL_TOKEN=${generateKeys().indexKey}`);
} else if (command === 'rotate' && rest.length === 0) {
  await runMain(async () => {
    const dataFolder = process.env['GATEHOUSE_DATA'] || '.gatehouse';
    const { keys } = await loadKeys({ env: process.env, dataFolder });
    console.log(`# Set it in the place of the old ring, build again and restart: new files and registrations get the
# new key, the old keys still read what they wrote.
GATEHOUSE_KEYS=${generateRingKey()},${keys}`);
  });
} else {
  console.error(USAGE);
  process.exit(2);
}
