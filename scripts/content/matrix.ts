import type { Locale } from '../../edge/contract/locale.ts';
import { createTexts } from '../../site/i18n/texts.ts';
import { contentMatrix } from '../../site/lib/content-matrix.ts';
import type { IndustryMatrix, MatrixCell, Placed } from '../../site/lib/content-matrix.ts';
import { STAGE_TEXTS } from '../../site/lib/stage-texts.ts';
import type { Content } from '../../site/loader/content.ts';
import { KINDS } from '../../site/schemas/kinds.ts';
import { STAGES } from '../../site/schemas/entry-head.ts';
import { displayWidth } from '../pool/display-width.ts';

export interface MatrixPaint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** For cells with nothing in them. */
  readonly bad: (text: string) => string;
}

interface View {
  readonly locale: Locale;
  readonly paint: MatrixPaint;
}

const WORDS = {
  role: { zh: '岗位', en: 'Role' },
  empty: { zh: '空', en: 'empty' },
  waiting: { zh: '待发布', en: 'waiting' },
  gaps: { zh: '空格', en: 'empty cells' },
  none: { zh: '每一格都有内容。', en: 'Every cell holds something.' },
} as const;

/** A table per industry: a line for each role, a column for each stage, the counts of each kind in it. */
export function matrixText(content: Content, { locale, paint }: View): string {
  const tables = matrixOf(content).map((one) => tableOf(one, { content, locale, paint }));
  return `${tables.join('\n\n')}\n`;
}

/** The same for scripts: ids instead of labels, and the entries of each cell. */
export function matrixJson(content: Content): string {
  const industries = matrixOf(content).map(({ industry, rows, empty }) => ({
    industry,
    empty,
    rows: rows.map(({ role, cells }) => ({
      role,
      cells: cells.map(({ stage, counts, open, waiting }) => ({
        stage,
        counts,
        open: open.map(({ id }) => id),
        waiting: waiting.map(({ id }) => id),
      })),
    })),
  }));
  return `${JSON.stringify({ industries }, null, 2)}\n`;
}

function matrixOf({ site, entries }: Content): IndustryMatrix<Placed>[] {
  const placed = entries.map(({ id, kind, state, pages }): Placed => {
    const { roles, stage, industries } = pages.en.head;
    return { id, kind, state, roles, stage, industries };
  });
  return contentMatrix(placed, {
    industries: site.industries.map(({ id }) => id),
    roles: site.roles.map(({ id }) => id),
  });
}

function tableOf(
  { industry, rows, empty }: IndustryMatrix<Placed>,
  { content: { site }, locale, paint }: View & { content: Content },
): string {
  const text = createTexts(locale);
  const labelOf = (list: typeof site.roles, id: string): string =>
    list.find((one) => one.id === id)?.label[locale] ?? id;
  const stages = STAGES.map((id) => site.stages[id]?.label[locale] ?? text(STAGE_TEXTS[id]));
  const head = [WORDS.role[locale], ...stages];
  const body = rows.map(({ role, cells }) => [
    labelOf(site.roles, role),
    ...cells.map((cell) => cellText(cell, locale)),
  ]);
  const widths = head.map((title, column) =>
    Math.max(displayWidth(title), ...body.map((line) => displayWidth(line[column] ?? ''))),
  );
  const padded = (line: readonly string[]): string[] =>
    line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)));
  const isEmpty = (cell: string): boolean => cell.startsWith(WORDS.empty[locale]);
  const lines = body.map((line) =>
    padded(line)
      .map((cell, column) => (column > 0 && isEmpty(cell) ? paint.bad(cell) : cell))
      .join('  ')
      .trimEnd(),
  );
  const name = labelOf(site.industries, industry);
  const gaps = empty === 0 ? WORDS.none[locale] : `${WORDS.gaps[locale]}: ${empty}`;
  return [`${paint.bold(name)}  ${paint.dim(gaps)}`, paint.dim(padded(head).join('  ').trimEnd()), ...lines]
    .join('\n');
}

function cellText({ counts, waiting }: MatrixCell<Placed>, locale: Locale): string {
  const text = createTexts(locale);
  const parts = KINDS.flatMap((kind) => {
    const count = counts[kind];
    return count === undefined ? [] : [`${kind === 'landing' ? LANDING[locale] : text(kind)} ${count}`];
  });
  const shown = parts.length > 0 ? parts.join(' · ') : WORDS.empty[locale];
  return waiting.length > 0 ? `${shown} (+${waiting.length} ${WORDS.waiting[locale]})` : shown;
}

/** No page of the site names its landing pages. */
const LANDING = { zh: '落地页', en: 'Landing pages' } as const;
