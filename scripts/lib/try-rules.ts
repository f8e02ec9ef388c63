import { issueAt } from '../../site/loader/issues/issue.ts';
import type { Issue } from '../../site/loader/issues/issue.ts';
import type { Content } from '../../site/loader/content.ts';
import type { Sources } from '../../site/loader/sources.ts';
import { type Outcome, playExamples } from './play-examples.ts';

/** Examples of the rules that come out otherwise than they say, each at its place and with the reasons. */
export function tryRules(content: Content, sources: Pick<Sources, 'scoring' | 'routing'>): Issue[] {
  return playExamples(content).flatMap(({ file, index, name, outcomes, why }) => {
    const wrong = outcomes.filter(({ isMet }) => !isMet);
    const yaml = sources[file]?.yaml;
    const [first] = wrong;
    if (!first || !yaml) return [];
    return [
      issueAt(yaml.placeOf(['examples', index, 'expect', first.key]), {
        code: 'ExampleFails',
        message: `"${name}" comes to ${wrong.map(inWords).join(', ')}.`,
        hint: ['Because:', ...why].join('\n    '),
      }),
    ];
  });
}

function inWords({ key, expected, actual }: Outcome): string {
  return `${key} ${actual}, not ${expected}`;
}
