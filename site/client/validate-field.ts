/**
 * What is wrong with the field in `wrapper`, in the words the page brought along; empty when nothing is. The
 * server has the last word: these checks only spare the visitor a round trip.
 */
export function validateField(wrapper: HTMLElement): string {
  const { required = '', invalid = '', max, tooLong = '' } = wrapper.dataset;
  const controls = controlsOf(wrapper);
  const first = controls[0];
  if (!first) return '';
  if (first.type === 'checkbox') return controls.some(isTicked) ? '' : required;
  const value = first.value.trim();
  if (!value) return required;
  if (max && [...value].length > Number(max)) return tooLong;
  const plain = value.normalize('NFKC');
  if (first.type === 'email' && !EMAIL.test(plain)) return invalid;
  if (first.type === 'tel' && !MOBILE.test(plain.replace(/[\s().–-]/g, ''))) return invalid;
  return '';
}

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function controlsOf(wrapper: HTMLElement): Control[] {
  return [...wrapper.querySelectorAll<Control>('input,select,textarea')];
}

export function isTicked(control: Control): boolean {
  return 'checked' in control && control.checked;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const MOBILE = /^(?:(?:\+?86|0086)?1[3-9]\d{9}|(?:\+|00)[1-9]\d{6,14})$/;
