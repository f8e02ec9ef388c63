import type { SchemaContext } from 'astro:content';
import * as z from 'zod';

type AstroPicture = ReturnType<SchemaContext['image']>;

/**
 * For `defineCollection`: makes a schema once, and not for each of a thousand entries, as Astro would. What Astro
 * knows of the entry it needs only for pictures whose path could be a package's name, so that is written out.
 */
export function withPictures<S>(schemaOf: (picture: AstroPicture) => S): (context: SchemaContext) => S {
  let loading: S | undefined;
  return ({ image }) => {
    const picture = image();
    // When Astro describes a collection to editors, a picture is any text.
    if (!isForLoading(picture)) return schemaOf(picture);
    return (loading ??= schemaOf(besideEntry(picture)));
  };
}

function isForLoading(picture: AstroPicture): boolean {
  const { data } = picture.safeParse('./a.svg');
  return typeof data === 'string' && data !== './a.svg';
}

function besideEntry(picture: AstroPicture): AstroPicture {
  const relative = z.string().transform((path) => (path.startsWith('.') ? path : `./${path}`));
  // Astro types a picture as what becomes of it; what goes in is its path.
  return relative.pipe(picture as unknown as z.ZodType<unknown, string>) as unknown as AstroPicture;
}
