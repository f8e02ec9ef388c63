import { askPage, onAsked } from '../ask-page.ts';

/**
 * Tells `follow` whether a visitor may be followed: at first, and after every change. A page drawn in advance is not
 * visited yet, perhaps never: there it waits.
 */
export function followConsent(follow: (isAllowed: boolean) => void): void {
  let hasBegun = false;
  onAsked('journey', ({ isAllowed }) => {
    if (hasBegun || !isAllowed) follow(isAllowed);
  });
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', begin, { once: true });
  } else begin();

  /** The visitor may have thought better of it while this was loading. */
  function begin(): void {
    const privacy = { isAllowed: false };
    hasBegun = true;
    askPage('privacy', privacy);
    follow(privacy.isAllowed);
  }
}
