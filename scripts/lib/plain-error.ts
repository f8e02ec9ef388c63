/** An error whose message is all that a person needs: no stack is printed. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
