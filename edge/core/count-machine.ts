import type { App, Exchange } from './exchange.ts';
import type { CountApart } from './ports/pool.ts';
import { classifyVisitor } from './source/classify-visitor.ts';

/** Counts apart who asks where that is no person, and says whether it did. */
export async function countMachine(
  { request, requestId, route }: Exchange,
  { what, app }: { what: CountApart['what']; app: App },
): Promise<boolean> {
  const { headers, method } = request;
  const visitor = classifyVisitor({ userAgent: headers.get('user-agent'), method, headers });
  if (visitor === 'person') return false;
  try {
    await app.pool.countApart({ what, why: visitor, at: app.clock() });
  } catch {
    app.log('warn', 'machine_not_counted', { requestId, route, visitor });
  }
  return true;
}
