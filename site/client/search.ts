import { askPage } from './ask-page.ts';
import './page.ts';
import { readQuery } from '../search/read-query.ts';
import { drawResult } from './search/draw-result.ts';
import { openIndex } from './search/open-index.ts';

/** So many results at first, and so many more each time. */
const PAGE = 10;
/** After the last key. */
const PAUSE_MS = 120;
/** A query that stands for so long is what was looked for. */
const SETTLED_MS = 1500;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const { index = '', count = '', some = '', none = '', failed = '' } = form.dataset;
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)!;
  const [status, kinds, list, more, browse] = ['status', 'kinds', 'results', 'more', 'browse'].map(part) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const kindButtons = [...kinds.querySelectorAll('button')];
  const box = form.q as HTMLInputElement;
  const find = openIndex(index);
  const address = new URLSearchParams(location.search);
  let kind = address.get('kind') ?? '';
  let shown = PAGE;
  let timer = 0;
  let turn = 0;
  let asked = '';
  let told = '';
  let settling = 0;

  async function show(): Promise<void> {
    const mine = (turn += 1);
    const query = box.value.trim();
    const words = readQuery(box.value);
    let said = '';
    let items: HTMLElement[] = [];
    let found: readonly string[] = [];
    if (words[0])
      try {
        const { kinds: all, hasAll, read } = await find(words);
        found = all;
        if (!found.includes(kind)) kind = '';
        items = (await read(kind, shown)).map((one) =>
          drawResult(one.entry, { kind: nameOf(one.kind), words }),
        );
        said = (found[0] ? (hasAll ? count : some) : none)
          .replace('{n}', String(numberOf(kind)))
          .replace('{q}', () => query);
      } catch {
        said = failed;
      }
    // A later key has asked anew.
    if (mine !== turn) return;
    asked = query;
    settling = window.setTimeout(settle, SETTLED_MS);
    keepInAddress({ q: query, kind });
    status.textContent = said;
    for (const button of kindButtons) {
      button.hidden = !numberOf(button.value);
      button.lastElementChild!.textContent = String(numberOf(button.value));
      button.setAttribute('aria-pressed', String(button.value === kind));
    }
    kinds.hidden = new Set(found).size < 2;
    list.replaceChildren(...items);
    more.hidden = numberOf(kind) <= shown;
    browse.hidden = items.length > 0;

    function numberOf(id: string): number {
      return found.filter((each) => !id || each === id).length;
    }
  }

  const nameOf = (id: string): string =>
    kindButtons.find(({ value }) => value === id)?.firstElementChild?.textContent ?? '';
  const links = () => [...list.querySelectorAll('a')];
  function settle(): void {
    clearTimeout(settling);
    if (asked && asked !== told) askPage('act', { type: 'search', what: asked });
    told = asked;
  }

  const begin = (): void => {
    clearTimeout(timer);
    clearTimeout(settling);
    shown = PAGE;
    void show();
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(begin, PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
  });
  for (const button of kindButtons)
    button.addEventListener('click', () => {
      kind = button.value;
      begin();
    });
  more.addEventListener('click', () => {
    const next = shown;
    shown += PAGE;
    void show().then(() => links()[next]?.focus());
  });
  // A result was followed before the query had stood for long.
  addEventListener('pagehide', settle);
  addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...links()];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    const next = step && at >= 0 ? stops[at + step] : undefined;
    if (!next || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });
  // What a browser kept for a visitor who comes back is newer than the address.
  box.value ||= address.get('q') ?? '';
  if (box.value) begin();
  else box.focus();
}

function keepInAddress({ q, kind }: { q: string; kind: string }): void {
  const query = q ? `?${new URLSearchParams(kind ? { q, kind } : { q }).toString()}` : '';
  history.replaceState(history.state, '', location.pathname + query + location.hash);
}
