export type PoolRefusal =
  | 'no_pool'
  | 'lost_main_file'
  | 'empty_file'
  | 'not_a_database'
  | 'not_ours'
  | 'damaged'
  | 'newer'
  | 'unsafe_sqlite'
  | 'no_wal';

/** The pool will not be opened. Nothing was changed on disk; the message says what to do. */
export class PoolRefused extends Error {
  override readonly name = 'PoolRefused';
  readonly code: PoolRefusal;
  constructor(code: PoolRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
