import * as z from 'zod';

export interface Prop {
  /** Without the places in lists: `items.title`. */
  readonly path: string;
  readonly isRequired: boolean;
}

/** The props of a block, those of its items included, in their order. */
export function propList(schema: z.ZodObject, prefix = ''): Prop[] {
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const path = `${prefix}${key}`;
    const isRequired = !(field instanceof z.ZodOptional || field instanceof z.ZodDefault);
    const item = itemOf(field as z.core.$ZodType);
    return [{ path, isRequired }, ...(item ? propList(item, `${path}.`) : [])];
  });
}

function itemOf(field: z.core.$ZodType): z.ZodObject | undefined {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return itemOf(field.unwrap());
  return field instanceof z.ZodArray && field.element instanceof z.ZodObject ? field.element : undefined;
}
