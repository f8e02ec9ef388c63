/** What a registration is about to send; other scripts of the page may add to it. */
export type Composing = Record<string, unknown>;

const EVENT = 'gatehouse:compose';

export function onCompose(add: (body: Composing) => void): void {
  document.addEventListener(EVENT, (event) => add((event as CustomEvent<Composing>).detail));
}

/** Lets every script of the page add to `body`. */
export function askForMore(body: Composing): void {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: body }));
}
