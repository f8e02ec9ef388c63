/** The time at the beginning of a registration's id, and enough behind it to tell those of one ms apart. */
const SHORT_ID_LENGTH = 12;

/** As much of a registration's id as people need to name it. */
export function shortId(id: string): string {
  return id.slice(0, SHORT_ID_LENGTH);
}
