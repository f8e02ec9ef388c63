import { generateKeys, generateRingKey } from '../edge/core/generate-keys.ts';

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
  const current = process.env['GATEHOUSE_KEYS'];
  if (!current) {
    console.error(
      'GATEHOUSE_KEYS is not set: give the ring to rotate, e.g. GATEHOUSE_KEYS=… npm run keys -- rotate',
    );
    process.exit(2);
  }
  console.log(`# Build again after setting it: new files are sealed with the new key.
GATEHOUSE_KEYS=${generateRingKey()},${current}`);
} else {
  console.error(USAGE);
  process.exit(2);
}
