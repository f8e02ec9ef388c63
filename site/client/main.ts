import { enhanceForm } from './gate-form.ts';
import { trackSource } from './source.ts';
import { showWechatPicture } from './wechat-picture.ts';

const now = (): number => Date.now();
const source = trackSource({ now });
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-gate]')) {
  enhanceForm(form, { source, now });
}
showWechatPicture({ document, userAgent: navigator.userAgent });
