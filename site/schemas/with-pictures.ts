import type { SchemaContext } from 'astro:content';
import * as z from 'zod';

type AstroPicture = ReturnType<SchemaContext['image']>;

/**
 * For `defineCollection`: makes a schema once, and not for each entry, as Astro would. What Astro knows of the entry
 * it needs only for pictures whose path could be mistaken for a package's name, so that is written out.
 */
export function withPictures<S>(schemaOf: (picture: AstroPicture) => S): (context: SchemaContext) => S {
  let schema: S | undefined;
  return ({ image }) => {
    const picture = image();
    // Astro's types are made with plain text in a picture's place, before or after the first entry.
    if ((picture as z.ZodType)._zod.def.type === 'string') return schemaOf(besideEntry(picture));
    return (schema ??= schemaOf(besideEntry(picture)));
  };
}

function besideEntry(picture: AstroPicture): AstroPicture {
  const relative = z.string().transform((path) => (path.startsWith('.') ? path : `./${path}`));
  // Astro types a picture as what becomes of it; what goes in is its path.
  return relative.pipe(picture as unknown as z.ZodType<unknown, string>) as unknown as AstroPicture;
}
