import { runCommand, type CommandResult } from './run-command.ts';

const FOLDERS = ['edge', 'site', 'scripts', 'test'];
/** A cruiser that can't read the sources finds no violation either: it must have seen the project. */
const MIN_MODULES = 100;

/** Holds the sources against the one-way imports of `.dependency-cruiser.cjs`. */
export async function checkImports(): Promise<CommandResult> {
  const config = ['--config', '.dependency-cruiser.cjs'];
  const result = await runCommand('depcruise', [...config, '--output-type', 'err', ...FOLDERS]);
  const seen = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0);
  if (seen >= MIN_MODULES) return result;
  const note = `\ndependency-cruiser saw ${seen} modules; there are more than ${MIN_MODULES}. It checks nothing.`;
  return { ...result, code: 1, output: result.output + note };
}
