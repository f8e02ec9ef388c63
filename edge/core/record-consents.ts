import { base64url } from 'jose';
import type { Form } from '../contract/form.ts';
import type { Locale } from '../contract/locale.ts';
import type { ConsentRecord } from '../contract/registration.ts';

/** Writes down what was agreed and refused, with the proof of what was shown. */
export type ConsentRecorder = (
  form: Form,
  options: { readonly granted: ReadonlySet<string>; readonly locale: Locale },
) => Promise<readonly ConsentRecord[]>;

/** Texts are hashed once for each form and language, not for each visitor. */
export function createConsentRecorder(): ConsentRecorder {
  const proofs = new Map<string, Promise<readonly Omit<ConsentRecord, 'granted'>[]>>();

  return async function recordConsents(form, { granted, locale }) {
    const name = `${form.id}/${locale}`;
    let known = proofs.get(name);
    if (!known) proofs.set(name, (known = proveTexts(form, locale)));
    return (await known).map((proof) => ({ ...proof, granted: granted.has(proof.purpose) }));
  };
}

async function proveTexts(form: Form, locale: Locale): Promise<readonly Omit<ConsentRecord, 'granted'>[]> {
  return Promise.all(
    form.consents.map(async ({ id, version, text }) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text[locale]));
      return { purpose: id, version, textHash: base64url.encode(new Uint8Array(digest)), locale };
    }),
  );
}
