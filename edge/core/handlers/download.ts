import { countMachine } from '../count-machine.ts';
import type { App, Exchange } from '../exchange.ts';
import { answer } from '../http/answer.ts';
import { contentDisposition } from '../http/content-disposition.ts';
import { openGrant } from '../open-grant.ts';
import type { DownloadGrant } from '../ports/download-tokens.ts';
import { Refusal } from '../refusal.ts';

/**
 * `GET /d/<token>`: the file of a registration. A range is not served: the sealed records are read from the start,
 * and the whole file is always a right answer (RFC 9110, 14.2).
 */
export async function download(exchange: Exchange, app: App): Promise<Response> {
  const { grant, asset } = await openGrant(exchange, app);
  await countMachine(exchange, { what: 'download', app });
  if (grant.held && !(await isReleased(grant, app))) throw new Refusal('link_held');
  const file = await app.vault.open(asset.sealedPath);
  if (!file) {
    app.log('error', 'sealed_file_missing', { requestId: exchange.requestId, asset: grant.asset });
    throw new Refusal('file_missing');
  }
  if (exchange.request.method === 'HEAD') await file.cancel();
  return answer(exchange, app, {
    status: 200,
    kind: 'data',
    body: file,
    headers: {
      'accept-ranges': 'none',
      'content-type': asset.mediaType,
      'content-length': String(asset.bytes),
      'content-disposition': contentDisposition(asset.fileName),
    },
  });
}

/** A link given out in quarantine starts to work when a person has released the registration. */
async function isReleased({ registration }: DownloadGrant, { pool }: App): Promise<boolean> {
  const stored = await pool.findRegistration(registration);
  return stored?.status === 'accepted';
}
