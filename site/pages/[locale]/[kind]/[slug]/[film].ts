import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { readFilm } from '../../../../lib/read-film.node.ts';

/** Films of our own lie under the address of the page that shows them. */
export async function getStaticPaths() {
  const [entries, variants] = await Promise.all([getCollection('entries'), getCollection('variants')]);
  const films = [...entries, ...variants].flatMap(({ data: { kind, slug, locale, blocks } }) =>
    blocks.flatMap(({ name, props }) =>
      name === 'Video' && typeof props['file'] === 'string'
        ? [
            [
              `${locale}/${kind}/${slug}/${props['file']}`,
              { locale, kind, slug, film: props['file'] },
            ] as const,
          ]
        : [],
    ),
  );
  return [...new Map(films).values()].map((params) => ({ params }));
}

export const GET: APIRoute = async ({ params: { kind, slug, film = '' } }) => {
  const bytes = await readFilm({ entry: `${kind}/${slug}`, film });
  const type = film.toLowerCase().endsWith('.webm') ? 'video/webm' : 'video/mp4';
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
};
