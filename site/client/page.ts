import { offerPrivacy } from './privacy.ts';
import { now } from './this-visit.ts';
import { showWechatPicture } from './wechat-picture.ts';

// What every page does. All other scripts that share modules with it import it, and it exports nothing: so the bundler
// keeps what they share in this one file.
showWechatPicture({ document, userAgent: navigator.userAgent });
// Whoever agreed before is followed from here on: the source is known by now.
offerPrivacy({ document, now });
