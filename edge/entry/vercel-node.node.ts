import catalogue from 'gatehouse:catalogue';
import { getRequestListener } from '@hono/node-server';
import { createVercelHandler } from './create-vercel-handler.ts';

/** The same function for the platform's Node runtime. */
export default getRequestListener(
  createVercelHandler({
    catalogue,
    env: () => process.env,
    write: (line) => console.log(line), // eslint-disable-line no-console -- the platform's log is the console
  }),
);
