import * as z from 'zod';
import type { DocumentedObject } from './doc-comments.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What editors complete and underline by: a JSON Schema of what people write, with our doc comments as help. */
export function editorSchema(schema: z.ZodType, documented: readonly DocumentedObject[]): JsonSchema {
  // What needs code to be judged (ids, days, contrasts) is left to check:content.
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
  describe(json, documented);
  return json;
}

function describe(schema: JsonSchema, documented: readonly DocumentedObject[]): void {
  const properties = Object.entries(schema.properties ?? {}) as [string, JsonSchema][];
  const keys = properties.map(([key]) => key);
  for (const [key, property] of properties) {
    const doc = docOf(key, { keys, documented });
    if (doc !== undefined) property.description = doc;
    describe(property, documented);
  }
  const parts = [schema.items, schema.additionalProperties, schema.anyOf, schema.oneOf, schema.allOf].flat();
  for (const part of parts) if (typeof part === 'object') describe(part, documented);
}

/** Of the object in the source that has most of these keys and no other; spreads leave keys of its own to others. */
function docOf(
  key: string,
  { keys, documented }: { keys: readonly string[]; documented: readonly DocumentedObject[] },
): string | undefined {
  const fitting = documented.filter(
    (one) => one.docs.has(key) && one.keys.every((each) => keys.includes(each)),
  );
  return fitting.toSorted((a, b) => b.keys.length - a.keys.length)[0]?.docs.get(key);
}
