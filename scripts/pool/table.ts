import { displayWidth, truncate } from './display-width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'right' | undefined;
  /** Wider values are cut. */
  readonly maxWidth?: number | undefined;
}

/** A text table with aligned columns, Chinese included; `bold` sets off the titles. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { bold }: { bold: (text: string) => string },
): string {
  const cells = rows.map((row) => columns.map(({ maxWidth }, n) => cell(row[n] ?? '', maxWidth)));
  const widths = columns.map(({ title }, n) =>
    Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[n] ?? ''))),
  );
  const line = (row: readonly string[], paint: (text: string) => string = String): string =>
    columns
      .map(({ align }, n) => {
        const text = row[n] ?? '';
        const gap = ' '.repeat((widths[n] ?? 0) - displayWidth(text));
        return align === 'right' ? gap + paint(text) : paint(text) + gap;
      })
      .join('  ')
      .trimEnd();
  return [
    line(
      columns.map(({ title }) => title),
      bold,
    ),
    ...cells.map((row) => line(row)),
  ].join('\n');
}

/** What visitors sent must not steer the terminal. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
}

function cell(text: string, maxWidth = Infinity): string {
  return truncate(harmless(text), maxWidth);
}
