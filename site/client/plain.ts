import { trackSource } from './source.ts';
import { showWechatPicture } from './wechat-picture.ts';

// For pages without a form: what `main.ts` does, less the forms.
trackSource({ now: () => Date.now() });
showWechatPicture({ document, userAgent: navigator.userAgent });
