import experiments from 'gatehouse:experiments';
import { createVercelMiddleware } from './create-vercel-middleware.ts';

const middleware: (request: Request) => Response = createVercelMiddleware(experiments);

export default middleware;
