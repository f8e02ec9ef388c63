import type { Capture } from '../../../core/ports/pool.ts';

/** Gathers bytes, to be handed over in one piece. */
export type AddBytes = (bytes: Uint8Array) => void;

/** Gives them back one after the other. */
export type NextBytes = () => Uint8Array;

/**
 * A capture as it goes to the thread that writes: a list, its bytes apart. The thread gets it by structured clone,
 * which takes three times as long for an object of objects and byte arrays.
 */
export type PackedCapture = readonly [
  id: Capture['id'],
  previousId: Capture['previousId'],
  at: Capture['at'],
  status: Capture['status'],
  reason: Capture['reason'],
  identityKinds: readonly Capture['identities'][number]['kind'][],
  form: Capture['form'],
  entry: Capture['entry'],
  locale: Capture['locale'],
  consents: Capture['consents'],
  landedAt: Capture['touch']['at'],
  landingUrl: Capture['touch']['landingUrl'],
  referrer: Capture['touch']['referrer'],
  app: Capture['touch']['app'],
  utm: Capture['touch']['utm'],
  clickIds: Capture['touch']['clickIds'],
  landingVariant: Capture['touch']['variant'],
  geo: Capture['geo'],
  page: Capture['page'],
  variant: Capture['variant'],
  outbox: Capture['outbox'],
  source: Capture['attribution']['source'],
  medium: Capture['attribution']['medium'],
  campaign: Capture['attribution']['campaign'],
  channel: Capture['attribution']['channel'],
  rule: Capture['attribution']['rule'],
  rulesVersion: Capture['attribution']['rulesVersion'],
  chosenAt: Capture['chosenAt'],
  journey: Capture['journey'],
];

export function packCapture(capture: Capture, add: AddBytes): PackedCapture {
  const { identities, touch, attribution } = capture;
  add(capture.fingerprint);
  add(capture.answers);
  for (const { index } of identities) add(index);
  return [
    capture.id,
    capture.previousId,
    capture.at,
    capture.status,
    capture.reason,
    identities.map(({ kind }) => kind),
    capture.form,
    capture.entry,
    capture.locale,
    capture.consents,
    touch.at,
    touch.landingUrl,
    touch.referrer,
    touch.app,
    touch.utm,
    touch.clickIds,
    touch.variant,
    capture.geo,
    capture.page,
    capture.variant,
    capture.outbox,
    attribution.source,
    attribution.medium,
    attribution.campaign,
    attribution.channel,
    attribution.rule,
    attribution.rulesVersion,
    capture.chosenAt,
    capture.journey,
  ];
}

export function unpackCapture(packed: PackedCapture, next: NextBytes): Capture {
  const [id, previousId, at, status, reason, kinds, form, entry, locale, consents, ...rest] = packed;
  const [
    landedAt,
    landingUrl,
    referrer,
    app,
    utm,
    clickIds,
    landingVariant,
    geo,
    page,
    variant,
    outbox,
    ...derived
  ] = rest;
  const [source, medium, campaign, channel, rule, rulesVersion, chosenAt, journey] = derived;
  return {
    id,
    previousId,
    fingerprint: next(),
    at,
    status,
    reason,
    form,
    entry,
    locale,
    answers: next(),
    identities: kinds.map((kind) => ({ kind, index: next() })),
    consents,
    chosenAt,
    touch: { at: landedAt, landingUrl, referrer, app, utm, clickIds, variant: landingVariant },
    attribution: { source, medium, campaign, channel, rule, rulesVersion },
    journey,
    geo,
    page,
    variant,
    outbox,
  };
}
