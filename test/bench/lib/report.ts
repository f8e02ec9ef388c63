/** One line of a bench: ours, theirs, and the ratio that counts. */
export interface Comparison {
  readonly what: string;
  readonly ours: number;
  readonly bare: number;
  /** `≥ 3`, `≤ 1.25`; undefined where the figure is only stated. */
  readonly goal: string | undefined;
}

export function compare(what: string, ours: number, bare: number, goal?: string): Comparison {
  return { what, ours, bare, goal };
}

/** The middle value; the mean of the two middle ones of an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Prints the lines as a table and sets a failing exit code where a goal is missed.
 * @param base What ours is compared with.
 */
export function printTable(title: string, lines: readonly Comparison[], base = 'bare'): void {
  console.log(`\n${title}`);
  for (const { what, ours, bare, goal } of lines) {
    const ratio = ours / bare;
    const met = goal === undefined || meets(ratio, goal);
    if (!met) process.exitCode = 1;
    const verdict = goal === undefined ? '' : `  goal ${goal}  ${met ? 'met' : 'MISSED'}`;
    console.log(
      `  ${what.padEnd(32)} ours ${show(ours)}  ${base} ${show(bare)}  ratio ${ratio.toFixed(2).padStart(6)}${verdict}`,
    );
  }
}

function meets(ratio: number, goal: string): boolean {
  const [relation, bound] = goal.split(' ');
  return relation === '≥' ? ratio >= Number(bound) : ratio <= Number(bound);
}

function show(value: number): string {
  return (value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(9);
}
