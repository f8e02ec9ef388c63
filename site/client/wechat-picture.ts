/**
 * WeChat's browser makes the card of a forwarded page out of its first large picture, and knows no Open Graph. Only
 * there is the square share picture put first, out of sight: no other visitor loads it.
 */
export function showWechatPicture({ document, userAgent }: { document: Document; userAgent: string }): void {
  const address = document.querySelector<HTMLMetaElement>('meta[itemprop="image"]')?.content;
  if (address === undefined || !userAgent.includes('MicroMessenger')) return;
  const picture = document.createElement('img');
  picture.src = new URL(address).pathname;
  picture.alt = '';
  const frame = document.createElement('div');
  frame.className = 'spoken';
  frame.setAttribute('aria-hidden', 'true');
  frame.append(picture);
  document.body.prepend(frame);
}
