import type { Attribution } from '../contract/channels/attribution.ts';

/** Puts what new channel rules make of stored touches in the place of what old ones made of them. */
export interface Reattribution {
  /**
   * All in one transaction; what is replaced stays readable.
   * @returns how many registrations have another attribution now
   * @throws {PoolUnavailable}
   */
  reattribute(request: ReattributionRequest): Promise<number>;
}

export interface ReattributionRequest {
  readonly at: number;
  readonly attributions: readonly { readonly id: string; readonly attribution: Attribution }[];
}
