import type { MailTemplateId } from '../../../edge/contract/catalogue.ts';
import { MAIL_PLACEHOLDERS } from '../../schemas/mail-placeholders.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Source } from '../sources.ts';
import type { Path } from '../yaml/path.ts';

/** Placeholders that nobody fills, wherever in a mail's texts they stand. */
export function checkMail(id: MailTemplateId, { yaml }: Source<unknown>): Issue[] {
  return textsIn(yaml.data, []).flatMap(({ path, text }) =>
    [...text.matchAll(BRACES)].flatMap((match) => {
      const explanation = explain(match[0], id);
      return explanation ? [issueAt(yaml.placeIn(path, match.index), explanation)] : [];
    }),
  );
}

/** Any run of braces, full-width ones included, with what is between. */
const BRACES = /[{｛]+[^{}｛｝\n]*[}｝]*/g;

function explain(written: string, id: MailTemplateId): Explanation | undefined {
  const known = MAIL_PLACEHOLDERS[id];
  const name = written.replaceAll(/[{}｛｝\s]/g, '');
  if (written === `{{${name}}}` && known.includes(name)) return undefined;
  const meant = known.includes(name) ? name : nearest(name, known);
  if (meant === name) {
    const message = `${written} is not filled: a placeholder has two braces on each side and no space within.`;
    return { code: 'UnknownPlaceholder', message, fix: `{{${name}}}` };
  }
  const message =
    name === 'answers'
      ? 'The answers stand in this mail by themselves, below the text.'
      : `Nothing fills ${written} in the mail "${id}".`;
  return {
    code: 'UnknownPlaceholder',
    message,
    ...(meant === undefined
      ? { hint: `There are ${known.map((each) => `{{${each}}}`).join(', ')}.` }
      : { hint: 'Did you mean this?', fix: `{{${meant}}}` }),
  };
}

function textsIn(data: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof data === 'string') return [{ path, text: data }];
  if (Array.isArray(data)) return data.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => textsIn(value, [...path, key]));
}
