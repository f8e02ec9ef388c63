import { formatBytes } from '../../contract/format-bytes.ts';
import { formatMoment } from '../../contract/format-moment.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { App, Exchange } from '../exchange.ts';
import { answerPage } from '../http/answer-page.ts';
import { openGrant } from '../open-grant.ts';

/** `GET /t/<token>`: the thank-you page with the link to the file. Looking at it changes nothing. */
export async function thanks(exchange: Exchange, app: App): Promise<Response> {
  const { entry, asset, expiresAt } = await openGrant(exchange, app);
  return answerPage(exchange, app, {
    page: 'thanks',
    status: 200,
    values: {
      entryTitle: entry.title[exchange.locale],
      downloadUrl: `${ROUTES.download}${exchange.token}`,
      fileName: asset.fileName,
      fileSize: formatBytes(asset.bytes),
      expiresAt: formatMoment(expiresAt, exchange.locale),
    },
  });
}
