import { type CaptureResult, posthog } from 'posthog-js/dist/module.slim.no-external.js';
import type { EventName } from '../../../edge/contract/journey.ts';
import { ROUTES } from '../../../edge/contract/routes.ts';
import { INSIGHT_KEY } from '../journey/forget.ts';
import { redactEvent } from './redact-event.ts';

/** PostHog, told of a page and what is done on it. */
export interface Insight {
  tell(event: EventName, facts?: Readonly<Record<string, string>>): void;
  /** From now on the visitor is the one who registered. */
  identify(registration: string): void;
  /** Says nothing more and keeps nothing. */
  stop(): void;
}

/** Starts PostHog without all that it does by itself, behind our own origin, and tells it of this page. */
export function startInsight(key: string): Insight {
  let isStopped = false;
  const leave = (event: CaptureResult | null): CaptureResult | null =>
    event && !isStopped ? redactEvent(event) : null;

  posthog.init(key, {
    api_host: location.origin + ROUTES.insight,
    persistence: 'localStorage',
    persistence_name: INSIGHT_KEY.replace(/^ph_/, ''),
    person_profiles: 'identified_only',
    // Our server's address is not the visitor's, so that no place is derived from it.
    ip: false,
    before_send: leave,
    // One event a request, readable for the edge, which lets only events of ours pass.
    request_batching: false,
    disable_compression: true,
    autocapture: false,
    rageclick: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_dead_clicks: false,
    capture_exceptions: false,
    capture_heatmaps: false,
    capture_performance: false,
    disable_session_recording: true,
    disable_surveys: true,
    disable_product_tours: true,
    disable_conversations: true,
    disable_web_experiments: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    advanced_disable_toolbar_metrics: true,
  });
  const tell: Insight['tell'] = (event, facts) => posthog.capture(event, facts);
  tell('page_view');
  return {
    tell,
    identify(registration) {
      // Who registers again stays who they are.
      if (!posthog._isIdentified()) posthog.identify(registration);
      tell('registration', { registration });
    },
    stop() {
      isStopped = true;
      posthog.reset();
      posthog.set_config({ disable_persistence: true });
      for (const store of [localStorage, sessionStorage]) {
        for (const name of Object.keys(store)) if (/^(?:__)?ph_/.test(name)) store.removeItem(name);
      }
    },
  };
}
