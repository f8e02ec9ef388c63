import { createHash } from 'node:crypto';
import type { BehaviourEvent, ViewEvent } from '../core/ports/behaviour-event.ts';
import type { BehaviourBatch, Capture, IdentityKey } from '../core/ports/pool.ts';
import { encodeRegistrationId } from '../core/ports/registration-id.ts';

/** 2026-11-24T06:00:00Z. */
export const SAMPLE_TIME = 1_795_500_000_000;

/** A whole capture, the same for the same `seed`; `changes` replace parts of it. */
export function sampleCapture(seed: string, changes: Partial<Capture> = {}): Capture {
  return {
    id: sampleId(seed),
    fingerprint: bytes(`fingerprint ${seed}`),
    at: SAMPLE_TIME,
    status: 'accepted',
    reason: null,
    identities: [sampleIdentity('email', seed), sampleIdentity('mobile', seed)],
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'zh',
    answers: new Uint8Array([1, 0, 255, 128, ...bytes(seed)]),
    consents: [
      { purpose: 'privacy', granted: true, version: '2026-11', textHash: 'p'.repeat(43), locale: 'zh' },
      { purpose: 'marketing', granted: false, version: '2026-11', textHash: 'm'.repeat(43), locale: 'zh' },
    ],
    chosenAt: null,
    touch: {
      at: SAMPLE_TIME - 90_000,
      landingUrl:
        'https://www.northlake.example/zh/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=aBc',
      referrer: 'https://www.baidu.com/link?url=检测',
      app: 'MicroMessenger',
      utm: { utm_source: 'baidu', utm_medium: 'cpc', utm_campaign: 'q4', utm_term: '在线测厚' },
      clickIds: { bd_vid: 'aBc' },
      variant: 'c',
    },
    attribution: {
      source: 'baidu',
      medium: 'cpc',
      campaign: 'q4',
      channel: 'paid-search',
      rule: 'paid-search.1',
      rulesVersion: '1-0123abcd',
    },
    journey: null,
    geo: { country: 'CN', region: '32', city: 'Suzhou' },
    page: '/zh/whitepapers/inline-gauging/',
    variant: 'b',
    outbox: ['mail.download', 'mail.owner'],
    ...changes,
  };
}

export function sampleId(seed: string): string {
  return encodeRegistrationId(bytes(`id ${seed}`));
}

/** Behaviour of the visitor of `sampleCapture(seed)`. */
export function sampleBehaviour(
  seed: string,
  events: readonly BehaviourEvent[],
  changes: Partial<BehaviourBatch> = {},
): BehaviourBatch {
  return { registration: sampleId(seed), at: SAMPLE_TIME + 60_000, events, maxEvents: 5000, ...changes };
}

export function sampleView(id: string, changes: Partial<ViewEvent> = {}): ViewEvent {
  return { type: 'view', id, at: SAMPLE_TIME + 1000, path: '/zh/cases/', seconds: 10, depth: 50, ...changes };
}

export function sampleIdentity(kind: IdentityKey['kind'], seed: string): IdentityKey {
  return { kind, index: bytes(`${kind} ${seed}`) };
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest().subarray(0, 16));
}
