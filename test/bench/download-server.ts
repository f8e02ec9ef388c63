import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { createKeyring } from '../../edge/core/keyring.ts';
import { createTokens } from '../../edge/core/tokens.ts';
import { createNodeServer } from '../../edge/entry/create-node-server.node.ts';
import { loadNodeConfig } from '../../edge/entry/node-config.node.ts';
import { openNodeEdge } from '../../edge/entry/open-node-edge.node.ts';
import { sealFile } from '../../scripts/lib/seal-file.ts';

// One side of the download bench: the clear file from a bare handler, or the sealed one through the whole edge.
const [side = 'clear', folder = '', megabytes = '50'] = process.argv.slice(2);
const path = join(folder, 'file.bin');
const size = Number(megabytes) << 20;
if ((await stat(path).catch(() => null))?.size !== size) await writeFile(path, randomBytes(size));

const { server, pathname } = side === 'sealed' ? await serveSealed() : serveClear();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const restRssKib = process.resourceUsage().maxRSS;
  process.send?.({ url: `http://127.0.0.1:${port}${pathname}`, restRssKib });
});
process.on('message', () => process.send?.({ peakRssKib: process.resourceUsage().maxRSS }));
process.once('disconnect', () => process.exit(0));

interface Side {
  readonly server: Server;
  readonly pathname: string;
}

function serveClear(): Side {
  const clear = createServer((_, response) => {
    response.writeHead(200, { 'content-length': size });
    createReadStream(path).pipe(response);
  });
  return { server: clear, pathname: '/' };
}

async function serveSealed(): Promise<Side> {
  const { keys, indexKey } = generateKeys();
  const env = { GATEHOUSE_KEYS: keys, GATEHOUSE_INDEX_KEY: indexKey, GATEHOUSE_DATA: join(folder, 'data') };
  const config = await loadNodeConfig({ env, cwd: folder });
  const keyring = await createKeyring(config.keys);
  const siteFolder = join(folder, 'site');
  const { sealedPath } = await sealFile({ path, siteFolder, sealKeys: keyring.sealKeys });
  const edge = await openNodeEdge(config, { siteFolder, clock: Date.now, log: () => undefined });
  const { token } = await createTokens({ keyring }).sign({
    asset: 'file',
    registration: 'bench',
    held: false,
    at: Date.now(),
  });
  return {
    server: createNodeServer({
      fetch: edge.serve(catalogueOf(sealedPath)).fetch,
      staticIndex: { files: new Map(), variants: new Map(), notFound: new Map() },
      limits: config.limits,
      siteLocale: 'zh',
      isSecure: false,
      log: () => undefined,
    }),
    pathname: `/d/${token}`,
  };
}

/** As much of a catalogue as a download looks at. */
function catalogueOf(sealedPath: string): Catalogue {
  const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
  return {
    site: { origin: 'http://127.0.0.1', brand: both('Bench'), defaultLocale: 'en', leadOwner: 'bench' },
    forms: {},
    people: {},
    pages: {},
    mails: {},
    entries: {
      file: {
        id: 'file',
        kind: 'whitepaper',
        title: both('File'),
        path: both('/'),
        form: '',
        asset: both('file'),
      },
    },
    assets: {
      file: { fileName: 'file.bin', mediaType: 'application/octet-stream', bytes: size, sealedPath },
    },
  } as unknown as Catalogue;
}
