/** Deliveries that one registration can have, over all its life. */
const IDS_PER_REGISTRATION = 100_000;

/**
 * The outbox ids of one registration, by its row id: a delivery is found by the id it belongs to, and the rows of one
 * registration lie side by side.
 */
export function outboxIds(registrationId: number): { readonly first: number; readonly last: number } {
  const first = registrationId * IDS_PER_REGISTRATION;
  return { first, last: first + IDS_PER_REGISTRATION - 1 };
}
