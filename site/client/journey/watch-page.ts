import { isEdgePath } from '../../../edge/contract/routes.ts';
import { askPage, onAsked } from '../ask-page.ts';
import type { KeptAct, KeptView } from './kept-journey.ts';

/** A page left alone for longer is not being read. */
const IDLE_MS = 30_000;
const BEAT_MS = 5000;
const LOOK_MS = 250;
const MAX_WORDS_LENGTH = 60;

export interface Watching {
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** What the visitor has seen of the page so far; called while they read and when they leave. */
  readonly onView: (view: KeptView) => void;
  readonly onAct: (done: KeptAct) => void;
}

/** Watches how a page is read: time in sight, depth, and what is done on it. */
export function watchPage(page: Document, watching: Watching): void {
  const { now, signal, onAct } = watching;
  const path = page.location.pathname;
  // The edge's own pages have keys to files for addresses.
  if (isEdgePath(path)) return;
  watchReading(page, { ...watching, path });
  watchForms(page, watching);
  // What is noticed here, and what other scripts of the page know.
  onAsked('act', ({ type, what }) => onAct({ at: now(), type, path, what: wordsOf(what) }), { signal });
  page.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLElement>(ACTED_ON) : null;
      if (!link || link.closest('[data-privacy]')) return;
      const isFile = link.matches(FILE);
      askPage('act', { type: isFile ? 'download' : 'cta', what: wordsOf(link.textContent || '') });
    },
    { signal, capture: true },
  );
}

function wordsOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_LENGTH);
}

const FILE = 'a[download], a[href^="/d/"]';
const ACTED_ON = `${FILE}, a.button, a[data-opens-form]`;

function watchReading(page: Document, { now, signal, onView, path }: Watching & { path: string }): void {
  let view = { at: now(), path };
  let readMs = 0;
  let depth = 0;
  let markedAt = now();
  let activeAt = markedAt;

  function mark(): void {
    const until = Math.min(now(), activeAt + IDLE_MS);
    readMs += Math.max(until - markedAt, 0);
    markedAt = now();
    reach();
  }

  function reach(): void {
    const seen = Math.round(((scrollY + innerHeight) / page.documentElement.scrollHeight) * 100);
    depth = Math.max(depth, Math.min(seen, 100));
  }

  function tell(): void {
    if (!page.hidden) mark();
    show();
  }

  function show(): void {
    onView({ ...view, seconds: Math.round(readMs / 1000), depth });
  }

  for (const type of ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart']) {
    const wake = (): void => {
      // What went by while nobody was there counts for nothing.
      if (now() - activeAt > IDLE_MS) mark();
      activeAt = now();
    };
    addEventListener(type, wake, { signal, passive: true });
  }
  let looking = 0;
  // To look has a price: the browser must know its layout. Seldom enough for nobody to notice, soon enough to miss nothing.
  const lookSoon = (): void => {
    looking ||= window.setTimeout(() => {
      looking = 0;
      reach();
    }, LOOK_MS);
  };
  page.addEventListener('scroll', lookSoon, { signal, passive: true });
  page.addEventListener(
    'visibilitychange',
    () => {
      if (page.hidden) {
        mark();
        tell();
      } else markedAt = activeAt = now();
    },
    { signal },
  );
  addEventListener('pagehide', tell, { signal });
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      // Back from the browser's cache: the page is read once more.
      view = { at: now(), path };
      readMs = 0;
      depth = 0;
      markedAt = activeAt = now();
      tell();
    },
    { signal },
  );
  const beat = setInterval(() => {
    if (!page.hidden && now() - activeAt < IDLE_MS) tell();
  }, BEAT_MS);
  signal.addEventListener('abort', () => {
    clearInterval(beat);
    clearTimeout(looking);
  });
  // While the page is still being drawn, a look would cost most.
  show();
  lookSoon();
}

function watchForms(page: Document, { signal }: Watching): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-gate]')) {
    const name = form.querySelector<HTMLInputElement>('[name=form]')?.value ?? '';
    let isBegun = false;
    form.addEventListener(
      'focusin',
      () => {
        if (!isBegun) askPage('act', { type: 'form_start', what: name });
        isBegun = true;
      },
      { signal },
    );
    form.addEventListener(
      'submit',
      // After the form's own script has marked what is wrong.
      () =>
        setTimeout(() => {
          const wrong = [...form.querySelectorAll<HTMLElement>('[data-field]')]
            .filter((field) => field.querySelector('[aria-invalid=true]'))
            .map((field) => field.dataset['field']?.replace('answers.', ''));
          if (wrong.length > 0) askPage('act', { type: 'form_error', what: wrong.join(', ') });
        }),
      { signal },
    );
    addEventListener(
      'pagehide',
      () => {
        // A form that was sent has given way to thanks.
        if (isBegun && form.isConnected && form.ariaBusy !== 'true') {
          askPage('act', { type: 'form_abandon', what: name });
        }
        isBegun = false;
      },
      { signal },
    );
  }
}
