import type { CatalogueEntry } from '../contract/catalogue.ts';
import type { Form } from '../contract/form.ts';
import type { App } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** @throws {Refusal} `invalid_request` where the form does not stand before the entry */
export function findGate(
  { form, entry }: { readonly form: unknown; readonly entry: unknown },
  { catalogue }: Pick<App, 'catalogue'>,
): { readonly form: Form; readonly entry: CatalogueEntry } {
  const found =
    typeof entry === 'string' && Object.hasOwn(catalogue.entries, entry)
      ? catalogue.entries[entry]
      : undefined;
  const gate = found && found.form === form ? catalogue.forms[found.form] : undefined;
  if (!found || !gate) throw new Refusal('invalid_request');
  return { form: gate, entry: found };
}
