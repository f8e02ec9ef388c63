import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ROOT_FOLDER } from './lib/run-command.ts';
import { editorFiles, SCHEMA_FOLDER } from './schemas/editor-files.ts';
import { editorSchema } from './schemas/editor-schema.ts';

describe('the schemas that editors use', async () => {
  const files = await editorFiles();

  test.each([...files])('%s is as `npm run schemas` makes it', async (path, text) => {
    expect(await readFile(join(ROOT_FOLDER, path), 'utf8')).toBe(text);
  });

  test('are all there is in their folder, and settings name each that YAML files have', async () => {
    const names = [...files.keys()].map((path) => basename(path));
    expect((await readdir(join(ROOT_FOLDER, SCHEMA_FOLDER))).toSorted()).toEqual(names.toSorted());
    const settings = await readFile(join(ROOT_FOLDER, '.vscode/settings.json'), 'utf8');
    const named = Object.keys((JSON.parse(settings) as { 'yaml.schemas': object })['yaml.schemas']);
    const yaml = [...files.keys()].filter((path) => !basename(path).startsWith('head-'));
    expect(named.toSorted()).toEqual(yaml.map((path) => `./${path}`).toSorted());
  });

  test('say of every key what it is for', () => {
    const silent = [...files].flatMap(([path, text]) =>
      silentKeys(JSON.parse(text) as JsonSchema).map((key) => `${path} ${key}`),
    );
    expect(silent).toEqual([]);
  });
});

test('takes the comment of the object that has the same keys', () => {
  const documented = [
    { keys: ['id'], docs: new Map([['id', 'Of anything.']]) },
    { keys: ['id', 'label'], docs: new Map([['id', 'Of a role.']]) },
    { keys: ['id', 'label', 'text'], docs: new Map([['id', 'Of an industry.']]) },
  ];
  const schema = z.strictObject({ roles: z.array(z.strictObject({ id: z.string(), label: z.string() })) });
  expect(editorSchema(schema, documented)).toMatchObject({
    properties: { roles: { items: { properties: { id: { description: 'Of a role.' } } } } },
  });
});

type JsonSchema = z.core.JSONSchema.BaseSchema;

function silentKeys(schema: JsonSchema): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    typeof property === 'object' && property.description === undefined ? [key] : [],
  );
  const inner = [
    Object.values(schema.properties ?? {}),
    ...[schema.items, schema.additionalProperties, schema.anyOf, schema.oneOf, schema.allOf],
  ].flat();
  return [...own, ...inner.flatMap((part) => (typeof part === 'object' ? silentKeys(part) : []))];
}
