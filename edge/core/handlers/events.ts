import { BEHAVIOUR_LIMITS } from '../../contract/behaviour.ts';
import type { App, Exchange } from '../exchange.ts';
import { countMachine } from '../count-machine.ts';
import { receiveText } from '../guards/receive-text.ts';
import { answerNothing } from '../http/answer-nothing.ts';
import { readVisitor } from '../open-visitor.ts';
import { parseEvents } from '../parse/parse-events.ts';
import { Refusal } from '../refusal.ts';
import { touchContextOf } from '../touch-context-of.ts';

/** `POST /api/events`: adds to a registration what its visitor did afterwards, and answers once that is stored. */
export async function events(exchange: Exchange, app: App): Promise<Response> {
  const { visitor, events: sent } = await receiveText(exchange, app);
  const registration = await readVisitor(visitor, app);
  if (await countMachine(exchange, { what: 'events', app })) return answerNothing(exchange, app);
  const at = app.clock();
  const read = parseEvents(sent, touchContextOf(exchange, { at, app }));
  if (read.length === 0) return answerNothing(exchange, app);
  const batch = { registration, at, events: read, maxEvents: BEHAVIOUR_LIMITS.perRegistration };
  if ((await app.pool.recordBehaviour(batch)) === 'unknown') throw new Refusal('unknown_visitor');
  return answerNothing(exchange, app);
}
