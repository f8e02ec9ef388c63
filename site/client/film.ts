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
  return Object.assign(document.createElement('iframe'), {
    allow: 'autoplay; fullscreen; picture-in-picture',
    allowFullscreen: true,
    // Some refuse to play where no referrer tells whose page it is.
    referrerPolicy: 'strict-origin-when-cross-origin',
    src: address,
  });
}

function filmOf({ href }: HTMLAnchorElement): HTMLElement & { title: string } {
  return Object.assign(document.createElement('video'), {
    controls: true,
    playsInline: true,
    autoplay: true,
    // The link may carry the source of the visit in its fragment at this moment.
    src: href.replace(/#.*/, ''),
  });
}
