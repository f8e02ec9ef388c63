import { formatBytes } from '../../contract/format-bytes.ts';
import { formatMoment } from '../../contract/format-moment.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { App, Exchange } from '../exchange.ts';
import { answerPage } from '../http/answer-page.ts';
import { openGrant } from '../open-grant.ts';
import { Refusal } from '../refusal.ts';
import type { ThanksGrant } from '../thanks-tokens.ts';

/** `GET /t/<token>`: the thank-you page, with the link to the file if there is one. Looking at it changes nothing. */
export async function thanks(exchange: Exchange, app: App): Promise<Response> {
  const grant = await app.thanksTokens.verify(exchange.token);
  return grant ? thankWithoutFile(grant, exchange, app) : thankWithFile(exchange, app);
}

async function thankWithFile(exchange: Exchange, app: App): Promise<Response> {
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

function thankWithoutFile(grant: ThanksGrant, exchange: Exchange, app: App): Response {
  const { entries } = app.catalogue;
  const entry = Object.hasOwn(entries, grant.entry) ? entries[grant.entry] : undefined;
  if (!entry) throw new Refusal('not_found');
  const { locale } = grant;
  exchange.entry = entry;
  exchange.locale = locale;
  return answerPage(exchange, app, {
    page: 'registered',
    status: 200,
    values: { entryTitle: entry.title[locale], thanks: entry.thanks?.[locale] ?? '' },
  });
}
