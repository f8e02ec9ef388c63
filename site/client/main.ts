import { enhanceForm } from './gate-form.ts';
import './page.ts';
import './countdown.ts';
import './film.ts';
import './form-dialog.ts';
import { now, source } from './this-visit.ts';

// For pages on which something is done. In one file: apart, each would weigh half as much again.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-gate]')) {
  enhanceForm(form, { source, now });
}
