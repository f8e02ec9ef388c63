/** Excel takes a file for UTF-8 only with this in front. */
export const UTF8_BOM = '\uFEFF';

/**
 * One RFC 4180 record. A cell that a spreadsheet could take for a formula gets an apostrophe in front, also where
 * blanks or full-width forms hide its first sign. Control characters are left out.
 */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string): string {
  const printable = value.replace(/(?![\t\r\n])\p{Cc}/gu, '');
  const inert = FORMULA.test(printable) ? `'${printable}` : printable;
  return /["\r\n,;\t]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
