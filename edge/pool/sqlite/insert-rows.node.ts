import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/**
 * Makes the function that inserts any number of rows by one statement; it is prepared once for each number.
 *
 * @example
 * const insertRows = createInsertRows(database, { into: 'term (id, value)', row: '(?, ?)' });
 * insertRows([[1, 'whitepaper'], [2, 'datasheet']]);
 */
export function createInsertRows(
  database: DatabaseSync,
  {
    into,
    row,
    onConflict = '',
  }: { readonly into: string; readonly row: string; readonly onConflict?: string },
): (rows: readonly (readonly SQLInputValue[])[]) => void {
  const statements = new Map<number, StatementSync>();

  return (rows) => {
    if (rows.length > 0) statementFor(rows.length).run(...rows.flat());
  };

  function statementFor(count: number): StatementSync {
    let statement = statements.get(count);
    if (!statement) {
      const values = Array.from({ length: count }, () => row).join(', ');
      statement = database.prepare(`insert into ${into} values ${values} ${onConflict}`);
      statements.set(count, statement);
    }
    return statement;
  }
}
