import { PoolUnavailable } from './ports/pool.ts';
import { Refusal } from './refusal.ts';

/** What the visitor is told of an error: its own code if it is one of ours, else nothing but `internal`. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof PoolUnavailable)) return new Refusal('internal', { cause: error });
  const isFull = error.reason === 'full';
  return new Refusal(isFull ? 'storage_full' : 'unavailable', {
    headers: { 'retry-after': isFull ? '60' : '5' },
    cause: error,
  });
}
