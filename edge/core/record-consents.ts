import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from 'jose';
import type { Form } from '../contract/form.ts';
import type { Locale } from '../contract/locale.ts';
import type { ConsentRecord } from '../contract/registration.ts';

/** Writes down what was agreed and refused, with the proof of what was shown. */
export type ConsentRecorder = (
  form: Form,
  options: { readonly granted: ReadonlySet<string>; readonly locale: Locale },
) => readonly ConsentRecord[];

/** Who agrees to the same shares one record of it: a form has a few boxes and millions of visitors. */
export function createConsentRecorder(): ConsentRecorder {
  const known = new Map<string, readonly ConsentRecord[]>();

  return function recordConsents(form, { granted, locale }) {
    const choice = [form.id, locale, ...granted].join(' ');
    let records = known.get(choice);
    if (!records) known.set(choice, (records = proveTexts(form, { granted, locale })));
    return records;
  };
}

function proveTexts(
  form: Form,
  { granted, locale }: { readonly granted: ReadonlySet<string>; readonly locale: Locale },
): readonly ConsentRecord[] {
  return form.consents.map(({ id, version, text }) => ({
    purpose: id,
    granted: granted.has(id),
    version,
    textHash: base64url.encode(sha256(new TextEncoder().encode(text[locale]))),
    locale,
  }));
}
