import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/lib/list-files.ts';
import { ROOT } from '../support/run-script.ts';

const SHEETS = (await listFiles(`${ROOT}/site`)).filter((path) => path.endsWith('.css'));

const sheets = await Promise.all(
  SHEETS.map(async (path) => ({
    name: basename(path),
    css: (await readFile(path, 'utf8')).replace(/\/\*[^]*?\*\//g, ''),
  })),
);

describe('every style sheet', () => {
  test('is among those looked at', () => {
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['base.css', 'tokens.css']));
  });

  test.each(sheets)('$name names no left and no right, so that it works from right to left', ({ css }) => {
    const declarations = [...css.matchAll(/(?<=[;{])\s*([-\w]+):\s*([^;{}]+)/g)];
    const physical = declarations.filter(([, name = '', value = '']) => isPhysical(name, value.trim()));
    expect(physical.map(([text]) => text.trim())).toEqual([]);
  });

  test.each(sheets)('$name takes its colours from the theme', ({ css }) => {
    const own = css.match(/#[\da-f]{3,8}\b(?=[^{}]*[;}])|rgb\((?!255 255 255)\d[^)]*\)/gi) ?? [];
    // Ink on paper, and what shows through a mask.
    expect(own.filter((color) => !/^#(?:000|fff|333|444|777|bbb)$/i.test(color))).toEqual([]);
  });
});

function isPhysical(name: string, value: string): boolean {
  if (
    /^(?:left|right|(?:margin|padding|border)-(?:left|right)\b.*|border-(?:top|bottom)-(?:left|right)-radius)$/.test(
      name,
    )
  )
    return true;
  if (/^(?:text-align|float|clear)$/.test(name)) return /^(?:left|right)$/.test(value);
  if (!/^(?:margin|padding|inset)$/.test(name)) return false;
  const [, end, , start] = partsOf(value);
  return start !== undefined && start !== end;
}

/** The values of a shorthand; what stands in brackets is one. */
function partsOf(value: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  for (const word of value.split(/\s+/)) {
    if (depth > 0) parts.push(`${parts.pop()!} ${word}`);
    else parts.push(word);
    depth += (word.match(/\(/g)?.length ?? 0) - (word.match(/\)/g)?.length ?? 0);
  }
  return parts;
}
