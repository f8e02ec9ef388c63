import { redactText, redactUrl } from '../../../edge/contract/redact-personal-data.ts';

/** Ids, whose digits are nobody's number. */
const IDS =
  /^(?:token|uuid|distinct_id|registration|\$(?:device|session|window|insert|anon_distinct|user)_id|\$anon_distinct_id)$/;

/** The event with every address of a person and every number struck out, wherever in it they stand. */
export function redactEvent<E extends object>(event: E): E {
  return redactValue(event, '') as E;
}

function redactValue(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    if (IDS.test(name)) return value;
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? redactUrl(value) : redactText(value);
  }
  if (Array.isArray(value)) return value.map((one) => redactValue(one, name));
  // Dates and the like stay what they are.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, one]) => [key, redactValue(one, key)]),
  );
}
