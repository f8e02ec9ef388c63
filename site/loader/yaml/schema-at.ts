import * as z from 'zod';
import type { Path } from './path.ts';

/** The part of `schema` that judges `path`; `data` decides between the members of a union. */
export function schemaAt(schema: z.core.$ZodType, { path, data }: { path: Path; data: unknown }) {
  let current: z.core.$ZodType | undefined = bare(schema, data);
  let value = data;
  for (const key of path) {
    value = isRecord(value) ? value[key as string] : undefined;
    if (current instanceof z.ZodDiscriminatedUnion) current = current.options[0];
    if (current instanceof z.ZodObject) current = (current.shape as Record<PropertyKey, z.ZodType>)[key];
    else if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodRecord) current = current.valueType;
    else return undefined;
    if (!current) return undefined;
    current = bare(current, value);
  }
  return current;
}

/** The keys an object schema knows. */
export function knownKeys(schema: z.core.$ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** True for `{ zh, en }`, one text per language. */
export function isLocalized(schema: z.core.$ZodType | undefined): boolean {
  return knownKeys(schema).join() === 'zh,en';
}

/** A value that could stand here, to show what a missing key looks like. */
export function exampleOf(schema: z.core.$ZodType | undefined): unknown {
  if (!schema) return '…';
  const examples = schema instanceof z.ZodType ? schema.meta()?.['examples'] : undefined;
  if (Array.isArray(examples) && examples.length > 0) return examples[0] as unknown;
  if (schema instanceof z.ZodDefault) return schema.def.defaultValue;
  const inner = bare(schema, undefined);
  if (inner !== schema) return exampleOf(inner);
  if (inner instanceof z.ZodEnum) return inner.options[0];
  if (inner instanceof z.ZodLiteral) return [...inner.values][0];
  if (inner instanceof z.ZodBoolean) return true;
  if (inner instanceof z.ZodNumber) return 1;
  if (inner instanceof z.ZodArray) return [exampleOf(inner.element)];
  if (inner instanceof z.ZodObject) return exampleObject(inner);
  if (inner instanceof z.ZodUnion) return exampleOf(inner.options[0]);
  return '…';
}

function exampleObject(schema: z.ZodObject): unknown {
  const required = Object.entries(schema.shape).filter(([, field]) => !isOptional(field as z.ZodType));
  return Object.fromEntries(required.map(([key, field]) => [key, exampleOf(field as z.ZodType)]));
}

function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}

function bare(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap(), value);
  }
  if (!(schema instanceof z.ZodUnion) || !isRecord(value)) return schema;
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return blockMember(schema, value);
  const { discriminator, options } = schema.def;
  const member = options.find((option) => {
    return option._zod.propValues?.[discriminator]?.has(value[discriminator] as string);
  });
  return member ?? schema;
}

/** The member of a union that has most keys of `value`. */
function blockMember(schema: z.ZodUnion, value: Record<string, unknown>): z.core.$ZodType {
  const shared = (option: z.core.$ZodType): number =>
    knownKeys(option).filter((key) => Object.hasOwn(value, key)).length;
  const [best] = schema.options.toSorted((a, b) => shared(b) - shared(a));
  return best ?? schema;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
