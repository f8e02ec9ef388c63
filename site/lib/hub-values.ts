import type { Locale, Localized } from '../../edge/contract/locale.ts';
import { createTexts } from '../i18n/texts.ts';
import { STAGES } from '../schemas/entry-head.ts';
import type { Facet } from '../schemas/facets.ts';
import { STAGE_TEXTS } from './stage-texts.ts';

/** One value of a facet, in one language. */
export interface HubValue {
  readonly id: string;
  readonly label: string;
  /** Left out where `site.yaml` says nothing of it. */
  readonly text: string | undefined;
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
  const text = createTexts(locale);
  if (facet === 'stages') {
    return STAGES.map((id) => ({
      id,
      label: site.stages[id]?.label[locale] ?? text(STAGE_TEXTS[id]),
      text: site.stages[id]?.text?.[locale],
    }));
  }
  return site[facet].map(({ id, label, text: about }) => ({
    id,
    label: label[locale],
    text: about?.[locale],
  }));
}
