import type { EntryState } from '../schemas/entry-state.ts';
import { STAGES } from '../schemas/entry-head.ts';
import { type Kind, KINDS } from '../schemas/kinds.ts';

/** What the matrix wants to know of an entry. */
export interface Placed {
  /** Kind folder and slug. */
  readonly id: string;
  readonly kind: Kind;
  readonly state: EntryState;
  readonly roles: readonly string[];
  readonly stage: (typeof STAGES)[number];
  readonly industries: readonly string[];
}

export interface MatrixCell<E extends Placed> {
  readonly stage: (typeof STAGES)[number];
  /** Out today. */
  readonly open: readonly E[];
  /** Drafts, and what comes out later. */
  readonly waiting: readonly E[];
  /** Of what is out, by kind; kinds without any are left out. */
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
}

export interface MatrixRow<E extends Placed> {
  /** Id of a role. */
  readonly role: string;
  /** One of each stage, in the order of the way to buying. */
  readonly cells: readonly MatrixCell<E>[];
}

export interface IndustryMatrix<E extends Placed> {
  /** Id of an industry. */
  readonly industry: string;
  readonly rows: readonly MatrixRow<E>[];
  /** Cells with nothing out. */
  readonly empty: number;
}

interface Axes {
  /** Ids, in the order of `site.yaml`. */
  readonly industries: readonly string[];
  readonly roles: readonly string[];
}

/** What there is for whom and when: per industry a row for each role, a cell for each stage. Expired entries don't count. */
export function contentMatrix<E extends Placed>(
  entries: readonly E[],
  { industries, roles }: Axes,
): IndustryMatrix<E>[] {
  return industries.map((industry) => {
    const own = entries.filter((entry) => entry.industries.includes(industry));
    const rows = roles.map((role) => ({
      role,
      cells: STAGES.map((stage) =>
        cellOf(
          stage,
          own.filter((entry) => entry.roles.includes(role) && entry.stage === stage),
        ),
      ),
    }));
    const empty = rows.flatMap(({ cells }) => cells).filter(({ open }) => open.length === 0).length;
    return { industry, rows, empty };
  });
}

function cellOf<E extends Placed>(stage: Placed['stage'], entries: readonly E[]): MatrixCell<E> {
  const open = entries.filter(({ state }) => state === 'open');
  const counts = KINDS.flatMap((kind) => {
    const count = open.filter((entry) => entry.kind === kind).length;
    return count === 0 ? [] : [[kind, count] as const];
  });
  return {
    stage,
    open,
    waiting: entries.filter(({ state }) => state === 'draft' || state === 'scheduled'),
    counts: Object.fromEntries(counts),
  };
}
