import type { Field, Form } from './form.ts';

/** What a visitor is asked of whom nothing is known. */
export function questionsForAnybody({ fields }: Form): readonly Field[] {
  return fields.filter(({ ask }) => ask !== 'later');
}

/**
 * What is still to be asked of a visitor who has answered `answered`: what the form can't do without, what is asked each
 * time, and no more of the rest than the form puts at once.
 */
export function questionsStillOpen(form: Form, answered: ReadonlySet<string>): readonly Field[] {
  let left = form.askAtOnce ?? 1;
  return form.fields.filter((field) => {
    if (field.type === 'hidden') return false;
    if (field.ask === 'always') return true;
    if (answered.has(field.name)) return false;
    if (field.required) return true;
    left -= 1;
    return left >= 0;
  });
}
