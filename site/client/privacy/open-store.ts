import type { Store } from './privacy-choice.ts';

/** The browser's storage of this site; null where it is forbidden, which some browsers tell by an error. */
export function openStore(): Store | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
