import { expect, test } from 'vitest';
import { frameSources } from './frame-sources.ts';

const film = (props: Record<string, unknown>) => ({ name: 'Video', props });

test('the policy of a page allows the frames of its own films, each origin once', () => {
  const blocks = [
    film({ provider: 'youtube', id: 'a' }),
    film({ provider: 'bilibili', id: 'b' }),
    film({ provider: 'youtube', id: 'c' }),
    film({ file: 'film.mp4' }),
  ];
  expect(frameSources(blocks)).toEqual(['https://player.bilibili.com', 'https://www.youtube-nocookie.com']);
});

test('a page without films from elsewhere allows no frames', () => {
  expect(frameSources([film({ file: 'film.mp4' }), { name: 'Cta', props: { provider: 'vimeo' } }])).toEqual(
    [],
  );
});
