import { offerPrivacy } from './privacy.ts';
import { trackSource } from './source.ts';
import { showWechatPicture } from './wechat-picture.ts';

// What every page does. Scripts of some pages import this one, so that what they share with it is loaded with it.
export const now = (): number => Date.now();
export const source = trackSource({ now });
showWechatPicture({ document, userAgent: navigator.userAgent });
// Whoever agreed before is followed from here on: the source is known by now.
offerPrivacy({ document, now });
