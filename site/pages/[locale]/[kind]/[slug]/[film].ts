import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { readFilm } from '../../../../lib/read-film.node.ts';

/** Films of our own lie under the address of the page that shows them. */
export async function getStaticPaths() {
  const entries = await getCollection('entries');
  return entries.flatMap(({ data: { kind, slug, locale, blocks } }) => {
    const films = blocks.flatMap(({ name, props }) =>
      name === 'Video' && typeof props['file'] === 'string' ? [props['file']] : [],
    );
    return [...new Set(films)].map((film) => ({ params: { locale, kind, slug, film } }));
  });
}

export const GET: APIRoute = async ({ params: { kind, slug, film = '' } }) => {
  const bytes = await readFilm({ entry: `${kind}/${slug}`, film });
  const type = film.toLowerCase().endsWith('.webm') ? 'video/webm' : 'video/mp4';
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
};
