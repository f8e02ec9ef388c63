import catalogue from 'gatehouse:catalogue';
import { createVercelHandler } from './create-vercel-handler.ts';

/** The only global the platform adds to the web's; read late, since it is filled only for a request. */
declare const globalThis: {
  readonly process?: { readonly env: Readonly<Record<string, string | undefined>> };
};

const handler: (request: Request) => Promise<Response> = createVercelHandler({
  catalogue,
  env: () => globalThis.process?.env ?? {},
  write: (line) => console.log(line), // eslint-disable-line no-console -- the platform's log is the console
});

export default handler;
