import { KIND_NAMES } from '../../schemas/kinds.ts';
import { DateSchema } from '../../schemas/date-schema.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { PageSource, Sources } from '../sources.ts';
import { entryNames } from './entry-names.ts';
import { unknownReference } from './unknown-reference.ts';

/** When entries come out, change and expire, and what takes their place. */
export function checkPublication({ pages }: Pick<Sources, 'pages'>, label: string): Issue[] {
  const entries = [...new Set(pages.map(({ id }) => id))];
  return pages.flatMap((page) => [
    ...notBefore(page, 'updated', 'changed'),
    ...notBefore(page, 'expires', 'over'),
    ...checkSuccessor(page, { entries, label }),
  ]);
}

function notBefore({ yaml }: PageSource, key: 'updated' | 'expires', what: string): Issue[] {
  const [day, published] = [dayAt(yaml.text([key])), dayAt(yaml.text(['published']))];
  if (day === undefined || published === undefined || day >= published) return [];
  const message = `${key} is ${day}: it can’t be ${what} before it comes out, on ${published}.`;
  const hint = `Give "${key}" a later day, or leave it out.`;
  return [issueAt(yaml.placeOf([key]), { code: 'InvalidValue', message, hint })];
}

function dayAt(text: string | undefined): string | undefined {
  return DateSchema.safeParse(text).data;
}

function checkSuccessor(
  { yaml, kind, slug, id }: PageSource,
  { entries, label }: { entries: readonly string[]; label: string },
): Issue[] {
  const path = ['successor'];
  const written = yaml.text(path)?.trim();
  if (written === undefined) return [];
  if (written === slug || written === id) {
    const message = `A ${KIND_NAMES[kind]} can’t take its own place.`;
    return [issueAt(yaml.placeOf(path), { code: 'UnknownEntry', message })];
  }
  const { known, whole } = entryNames(written, { kind, entries });
  const missing = (): string => `There is no ${label}/${whole}/.`;
  return unknownReference({ yaml, path, known, code: 'UnknownEntry', missing });
}
