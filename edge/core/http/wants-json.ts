import { isJsonBody, isTextBody } from '../guards/body-type.ts';

/** A program is answered in JSON: it sent what no plain form sends, or it accepts JSON and no HTML. */
export function wantsJson(headers: Headers): boolean {
  if (isJsonBody(headers) || isTextBody(headers)) return true;
  const accept = headers.get('accept') ?? '';
  return /application\/(?:problem\+)?json/i.test(accept) && !/text\/html/i.test(accept);
}
