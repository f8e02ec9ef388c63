import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { playExamples, type PlayedExample } from '../lib/play-examples.ts';
import type { ExplainContext } from './explain-context.ts';

/** Shows how each example of the rules comes out, met or not; answers the exit code. */
export async function explainExamples({ contentRoot, write, warn, paint }: ExplainContext): Promise<number> {
  const { content, issues } = await loadContent(contentRoot, { isWriting: true });
  if (!content) {
    warn(formatIssues(issues));
    return 1;
  }
  const played = playExamples(content);
  if (played.length === 0) {
    write(
      'There are no examples: write some under `examples` in rules/scoring.yaml or rules/routing.yaml.\n',
    );
    return 0;
  }
  write(played.map((example) => inWords(example, paint)).join('\n'));
  return played.every(({ outcomes }) => outcomes.every(({ isMet }) => isMet)) ? 0 : 1;
}

function inWords(
  { file, name, outcomes, why }: PlayedExample,
  { bold, dim }: ExplainContext['paint'],
): string {
  const results = outcomes.map(({ key, actual, expected, isMet }) =>
    isMet ? `${key} ${actual} ✓` : `${key} ${actual} ✗ expected ${expected}`,
  );
  return [
    `${bold(name)} ${dim(`rules/${file}.yaml`)}`,
    ...why.map((line) => `  ${line}`),
    `  ${dim(results.join(', '))}`,
    '',
  ].join('\n');
}
