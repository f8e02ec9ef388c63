import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../check-content.ts';
import { createMemoryFolder } from '../folder/create-memory-folder.ts';
import { formatIssues } from '../issues/format-issues.ts';

const SAMPLE = await readFile(join(import.meta.dirname, '../../../content/site.yaml'), 'utf8');

/** The problems of `privacyChoices` and `analytics`, without the lines they stand in, which the sample may move. */
async function problemsOf(alter: (yaml: string) => string): Promise<string> {
  const folder = createMemoryFolder({ 'site.yaml': alter(SAMPLE) });
  const { issues } = await checkContent(folder, { cache: { texts: new Map() } });
  const ours = issues.filter(({ message }) => /privacyChoices|analytics/.test(message));
  return formatIssues(ours).replace(/site\.yaml:\d+/g, 'site.yaml:N');
}

const withDomain = (domain: string) => (yaml: string) =>
  yaml.replace('\nprivacyChoices:\n', `\nprivacyChoices:\n  domain: ${domain}\n`);

test('a domain that sub-domains share has the site in it', async () => {
  expect(await problemsOf(withDomain('northlake.example'))).toBe('0 problems in 0 files');
  expect(await problemsOf(withDomain('www.northlake.example'))).toBe('0 problems in 0 files');
  expect(await problemsOf(withDomain('lake.example'))).toMatchInlineSnapshot(`
    "content/site.yaml:N:11  InvalidValue
      privacyChoices.domain is "lake.example", but the site is at www.northlake.example, which is no part of it.
      Write:   domain: northlake.example

    1 problem in 1 file"
  `);
  expect(await problemsOf(withDomain('https://northlake.example/'))).toMatchInlineSnapshot(`
    "content/site.yaml:N:11  InvalidValue
      privacyChoices.domain is "https://northlake.example/". Use the domain alone: small letters, without https:// and without a dot before it.
      Did you mean this?   privacyChoices: { domain: northlake.example }

    1 problem in 1 file"
  `);
});

test('what is measured is asked for, and with a key that may be seen', async () => {
  const measured = (key: string) => (yaml: string) => `${yaml}\nanalytics: { posthog: { key: ${key} } }\n`;
  const key = 'phc_0123456789abcdefghijABCDEFGHIJ';
  expect(await problemsOf(measured(key))).toBe('0 problems in 0 files');
  expect(await problemsOf(measured('phx_0123456789abcdefghijABCDEFGHIJ'))).toMatchInlineSnapshot(`
    "content/site.yaml:N:30  InvalidValue
      analytics.posthog.key is "phx_0123456789abcdefghijABCDEFGHIJ". Use the project’s own key, which begins with phc_; any other must stay secret.

    1 problem in 1 file"
  `);
  expect(
    await problemsOf((yaml) => measured(key)(yaml.replace(/\nprivacyChoices:[^]*?\nlegal:/, '\nlegal:'))),
  ).toMatchInlineSnapshot(`
    "content/site.yaml:N:12  MissingConsent
      analytics measures visitors, but privacyChoices.analytics does not ask them.
      Write:   analytics: { zh: …, en: … }   under privacyChoices, or leave out analytics

    1 problem in 1 file"
  `);
});
