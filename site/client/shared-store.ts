import type { Store } from './privacy/privacy-choice.ts';

/**
 * For sites whose sub-domains share what a visitor chose: a store in cookies of the domain they belong to. It comes before
 * all other scripts and imports none of theirs, since most sites do without it.
 */
const { domain = '' } = document.querySelector<HTMLElement>('[data-privacy]')?.dataset ?? {};
/** 13 months: 396 days. */
const MAX_AGE_SECONDS = 34_214_400;

// Anywhere else, on a preview for instance, no browser takes the cookie.
if (location.hostname === domain || location.hostname.endsWith(`.${domain}`)) {
  document.addEventListener('gatehouse:store', (event) => {
    (event as CustomEvent<{ found?: Store }>).detail.found = { getItem, setItem, removeItem };
  });
}

function getItem(name: string): string | null {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  if (cookie === undefined) return null;
  return cookie
    .slice(name.length + 1)
    .replace(/~(.{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function setItem(name: string, value: string): void {
  // Shorter than percent-encoding for addresses, most of whose characters a cookie can hold.
  const safe = value.replace(
    /[^!#-+\--:<-[\]-}]/g,
    (character) => `~${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  write(`${name}=${safe}`, MAX_AGE_SECONDS);
  // Cookies change in silence; other tabs hear of this.
  localStorage.setItem(name, String(Date.now()));
}

function removeItem(name: string): void {
  write(`${name}=`, 0);
}

function write(pair: string, maxAge: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${pair}; domain=${domain}; path=/; max-age=${maxAge}; samesite=lax${secure}`;
}
