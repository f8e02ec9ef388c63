import type * as z from 'zod';
import type { FormSchema } from '../../schemas/form-schema.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Source } from '../sources.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { pathText } from '../yaml/yaml-text.ts';
import { duplicates } from './duplicates.ts';
import { listAt } from './list-at.ts';

/** Rules that bind several parts of one form; read from the raw data so that they hold beside other mistakes. */
export function checkForm({ yaml }: Source<z.output<typeof FormSchema>>): Issue[] {
  const fields = listAt(yaml, ['fields']);
  const consents = listAt(yaml, ['consents']);
  return [
    ...duplicates(
      yaml,
      fields.map((_, index) => ['fields', index, 'name']),
    ),
    ...duplicates(
      yaml,
      consents.map((_, index) => ['consents', index, 'id']),
    ),
    ...fields.flatMap((_, index) => {
      const options = listAt(yaml, ['fields', index, 'options']);
      return duplicates(
        yaml,
        options.map((_option, at) => ['fields', index, 'options', at, 'value']),
      );
    }),
    ...checkIdentity(yaml, fields),
    ...checkAsking(yaml, fields),
    ...checkConsent(yaml, consents),
  ];
}

function checkIdentity(yaml: YamlSource, fields: readonly unknown[]): Issue[] {
  const identities = fields.flatMap((_, index) => {
    const type = yaml.text(['fields', index, 'type']);
    return type === 'email' || type === 'mobile' ? [index] : [];
  });
  if (fields.length === 0 || identities.some((index) => yaml.get(['fields', index, 'required']) === true))
    return [];
  const [first] = identities;
  if (first === undefined) {
    const message = 'No field asks for an e-mail address or a mobile number, so nobody could be answered.';
    const fix = '- name: email\n  type: email\n  label: { zh: 工作邮箱, en: Work e-mail }\n  required: true';
    return [issueAt(yaml.placeOf(['fields']), { code: 'MissingIdentityField', message, fix })];
  }
  const name = yaml.text(['fields', first, 'name']) ?? pathText(['fields', first]);
  const message = `One address must be required: neither e-mail nor mobile is, so "${name}" could be left empty.`;
  return [
    issueAt(yaml.placeOf(['fields', first]), {
      code: 'MissingIdentityField',
      message,
      fix: 'required: true',
    }),
  ];
}

/** Questions for visitors who come again: those who come first can't have answered them. */
function checkAsking(yaml: YamlSource, fields: readonly unknown[]): Issue[] {
  const atOnce = yaml.get(['askAtOnce']);
  const isLater = (index: number): boolean => yaml.text(['fields', index, 'ask']) === 'later';
  const isLeft = (index: number): boolean => {
    const type = yaml.text(['fields', index, 'type']);
    const usual = type === 'textarea' || type === 'checkbox' ? 'always' : 'first';
    const isOptional = yaml.get(['fields', index, 'required']) !== true && type !== 'hidden';
    return isOptional && (yaml.text(['fields', index, 'ask']) ?? usual) !== 'always';
  };
  const issues = fields.flatMap((_, index): Issue[] => {
    const name = yaml.text(['fields', index, 'name']) ?? pathText(['fields', index]);
    const place = yaml.placeOf(['fields', index, 'ask']);
    if (
      yaml.text(['fields', index, 'type']) === 'hidden' &&
      yaml.get(['fields', index, 'ask']) !== undefined
    ) {
      const message = `"${name}" is a constant that nobody is asked for, at no time.`;
      return [issueAt(place, { code: 'NeverAsked', message })];
    }
    if (!isLater(index)) return [];
    if (yaml.get(['fields', index, 'required']) === true) {
      const message = `"${name}" is required, but kept for visitors who come again: who comes first could not send the form.`;
      return [issueAt(place, { code: 'NeverAsked', message, fix: 'ask: first' })];
    }
    if (atOnce !== 0) return [];
    const message = `"${name}" is kept for later, but askAtOnce is 0: it would never be asked.`;
    return [issueAt(place, { code: 'NeverAsked', message, fix: 'askAtOnce: 1' })];
  });
  const hasNothingLeft = typeof atOnce === 'number' && !fields.some((_, index) => isLeft(index));
  if (!hasNothingLeft || fields.length === 0) return issues;
  const message = 'askAtOnce has no effect: every question is required, or asked each time.';
  return [...issues, issueAt(yaml.placeOf(['askAtOnce']), { code: 'NeverAsked', message })];
}

function checkConsent(yaml: YamlSource, consents: readonly unknown[]): Issue[] {
  const isAsked = consents.some((_, index) => yaml.get(['consents', index, 'required']) === true);
  if (consents.length === 0 || isAsked) return [];
  const message = 'No consent is required. Without an agreed purpose the details can’t be kept lawfully.';
  return [issueAt(yaml.placeOf(['consents', 0]), { code: 'MissingConsent', message, fix: 'required: true' })];
}
