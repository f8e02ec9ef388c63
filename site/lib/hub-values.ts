import type { Locale, Localized } from '../../edge/contract/locale.ts';
import { createTexts } from '../i18n/texts.ts';
import { STAGES } from '../schemas/entry-head.ts';
import type { Facet } from '../schemas/facets.ts';
import { STAGE_TEXTS } from './stage-texts.ts';

/** One value of a facet, in one language. */
export interface HubValue {
  readonly id: string;
  readonly label: string;
  /** What `site.yaml` says of it, or what is gathered under it. */
  readonly lead: string;
}

interface NamedValue {
  readonly label: Localized;
  readonly text?: Localized | undefined;
}

/** What `site.yaml` says of the values that entries are gathered by. */
interface HubWords extends Readonly<
  Record<'industries' | 'roles', readonly (NamedValue & { id: string })[]>
> {
  readonly stages: Readonly<Partial<Record<(typeof STAGES)[number], NamedValue | undefined>>>;
}

/** The values of a facet in the order of `site.yaml`. */
export function hubValues(facet: Facet, { site, locale }: { site: HubWords; locale: Locale }): HubValue[] {
  const words = createTexts(locale);
  const valueOf = (id: string, label: string, text: Localized | undefined): HubValue => {
    return { id, label, lead: text?.[locale] ?? words('hubLead', { name: label }) };
  };
  if (facet === 'stages') {
    return STAGES.map((id) =>
      valueOf(id, site.stages[id]?.label[locale] ?? words(STAGE_TEXTS[id]), site.stages[id]?.text),
    );
  }
  return site[facet].map(({ id, label, text }) => valueOf(id, label[locale], text));
}
