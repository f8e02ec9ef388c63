import type { Answer } from '../../edge/contract/registration.ts';
import { controlsOf, isTicked } from './validate-field.ts';

export interface FormContents {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly consents: Readonly<Record<string, boolean>>;
}

/** Collects what the visitor entered, by the paths the fields carry (`answers.email`, `consents.privacy`). */
export function readForm(form: HTMLFormElement): FormContents {
  const answers: Record<string, Answer> = {};
  const consents: Record<string, boolean> = {};
  for (const wrapper of fieldsOf(form)) {
    const [group, name = ''] = (wrapper.dataset['field'] ?? '').split('.');
    const controls = controlsOf(wrapper);
    const first = controls[0];
    if (!first) continue;
    if (group === 'consents') consents[name] = isTicked(first);
    else if (wrapper.querySelector('fieldset')) {
      answers[name] = controls.filter(isTicked).map((control) => control.value);
    } else answers[name] = first.type === 'checkbox' ? isTicked(first) : first.value;
  }
  return { answers, consents };
}

export function fieldsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')];
}
