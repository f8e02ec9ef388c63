import { askPage } from './ask-page.ts';

/** A film loads when it is asked for: the link with its picture gives way to the player. */
document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-video]') : null;
  // A film in a tab of its own is the reader's choice.
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const player = link.dataset['frame'] ? frameOf(link.dataset['frame']) : filmOf(link);
  player.className = 'film-player';
  player.title = link.dataset['title'] ?? '';
  player.tabIndex = 0;
  link.replaceWith(player);
  player.focus();
  askPage('act', { type: 'video_play', what: player.title });
});

function frameOf(address: string): HTMLElement & { title: string } {
  const frame = document.createElement('iframe');
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  // Some refuse to play where no referrer tells whose page it is.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = address;
  return frame;
}

function filmOf({ href }: HTMLAnchorElement): HTMLElement & { title: string } {
  const film = document.createElement('video');
  film.controls = true;
  film.playsInline = true;
  film.autoplay = true;
  // The link may carry the source of the visit in its fragment at this moment.
  film.src = href.replace(/#.*/, '');
  return film;
}
