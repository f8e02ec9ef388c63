import * as z from 'zod';
import { formattedText } from './formatted-text.ts';

/** PostHog's own hosts. Source: its documentation of the ingestion API. */
const REGIONS = { eu: 'https://eu.i.posthog.com', us: 'https://us.i.posthog.com' } as const;

const KeySchema = formattedText({
  test: (value) => /^phc_[A-Za-z0-9]{20,100}$/.test(value),
  expects: 'Use the project’s own key, which begins with phc_; any other must stay secret.',
  example: 'phc_0123456789abcdefghijABCDEFGHIJ',
});

const HostSchema = formattedText({
  test: (value) => /^https:\/\/[a-z0-9.-]+(?::\d+)?$/.test(value),
  expects: 'Use https:// and the host only.',
  example: 'https://posthog.company.com',
});

/** Where behaviour goes besides the pool, once a visitor has agreed to analytics. */
export const AnalyticsSchema = z.strictObject({
  /** A project of PostHog. */
  posthog: z.strictObject({
    /** The project’s key, which pages show. Required. */
    key: KeySchema,
    /** Where PostHog keeps the data: `eu` or `us`. Default `eu`. */
    region: z.enum(['eu', 'us']).default('eu'),
    /** A PostHog of your own instead. */
    host: HostSchema.optional(),
  }),
});

/** The address behind which PostHog takes events. */
export function insightUpstream({ posthog: { region, host } }: z.output<typeof AnalyticsSchema>): string {
  return host ?? REGIONS[region];
}
