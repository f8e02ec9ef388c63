import './page.ts';
import { carryIn } from './source.ts';
import { source } from './this-visit.ts';

// The first page has no contents: it hands the visitor on to their language, with the source they came from.
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')];
const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
const best =
  wanted.map((tag) => links.find((link) => link.hreflang.startsWith(tag))).find(Boolean) ?? links[0];
if (best) location.replace(best.pathname + location.search + carryIn('', source));
