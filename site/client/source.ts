import { isEdgePath } from '../../edge/contract/routes.ts';
import { onAsked } from './ask-page.ts';
import type { Source } from './visit-source.ts';

/** Stands in the fragment of a link between pages of ours, after its own anchor. */
const MARK = '~from=';

/** What the address bar says after a link of ours was followed: the anchor itself and the source it carried. */
export function readCarried(hash: string, now: number): { anchor: string; source: Source | null } {
  const at = hash.indexOf(MARK);
  if (at < 0) return { anchor: hash, source: null };
  const anchor = hash.slice(0, at) === '#' ? '' : hash.slice(0, at);
  try {
    const [landingUrl = '', referrer = '', landed, variant = ''] = hash
      .slice(at + MARK.length)
      .split(',')
      .map(decodeURIComponent);
    const landedAt = Number(landed);
    const isSound = /^https?:/.test(landingUrl) && landedAt > 0 && landedAt <= now;
    return { anchor, source: isSound ? { landingUrl, referrer, landedAt, variant } : null };
  } catch {
    return { anchor, source: null };
  }
}

/** The fragment that carries `source` behind `anchor` (`''` or `#id`). */
export function carryIn(anchor: string, { landingUrl, referrer, landedAt, variant }: Source): string {
  return `${anchor || '#'}${MARK}${[landingUrl, referrer, landedAt, variant].map(encodeURIComponent).join(',')}`;
}

/**
 * Finds out where the visit came from and hands it on to every page of ours the visitor opens from here. It
 * travels in the fragment, which no server sees, is put in at the click and taken out on arrival, so that a
 * copied address is clean.
 */
export function trackSource({ now }: { now: () => number }): Source {
  const { anchor, source: carried } = readCarried(location.hash, now());
  if (location.hash !== anchor) {
    history.replaceState(history.state, '', location.pathname + location.search + anchor);
    document.getElementById(decoded(anchor.slice(1)))?.scrollIntoView();
  }
  const cameFromUs = document.referrer.startsWith(`${location.origin}/`);
  const source = carried ?? {
    // Such an address is a key to a file, and tells nothing of where the visitor came from.
    landingUrl: isEdgePath(location.pathname) ? '' : location.href,
    referrer: cameFromUs ? '' : document.referrer,
    landedAt: now(),
    variant: document.querySelector<HTMLInputElement>('[name=variant]')?.value ?? '',
  };
  onAsked('source', (blank) => (blank.found = source));
  // A click event covers keys and taps too; auxclick is the middle button, which opens a new tab.
  for (const type of ['click', 'auxclick']) {
    document.addEventListener(type, (event) => carryOver(event, source), true);
  }
  document.addEventListener('submit', ({ target }) => {
    // A form that asks for a page is a link with answers.
    const form = target as HTMLFormElement;
    if (form.method === 'get') form.action = form.action.replace(/#.*|$/, carryIn('', source));
  });
  return source;
}

function carryOver(event: Event, source: Source): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== location.origin || link.hasAttribute('download')) return;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  if ((isHere && link.hash) || /^\/(d|api)\//.test(link.pathname)) return;
  const href = link.getAttribute('href') ?? '';
  link.hash = carryIn(link.hash, source);
  setTimeout(() => link.setAttribute('href', href));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
