import type { OptionalPurpose, PrivacyMode } from '../../../edge/contract/privacy-choice.ts';

/** What a visitor chose, as their browser keeps it. */
export interface KeptChoice {
  /** The state of the texts it was made under. */
  readonly edition: string;
  readonly granted: readonly OptionalPurpose[];
  readonly version: string;
  readonly textHash: string;
  readonly locale: string;
  /** Epoch ms by the visitor's clock. */
  readonly at: number;
}

/** The part of `localStorage` that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const CHOICE_KEY = 'gatehouse.privacy';

/** The choice made under the texts of `edition`; null where the visitor is to be asked. Total. */
export function readChoice(store: Pick<Store, 'getItem'> | null, edition: string): KeptChoice | null {
  try {
    const choice = JSON.parse(store?.getItem(CHOICE_KEY) ?? 'null') as KeptChoice | null;
    return choice?.edition === edition && Array.isArray(choice.granted) && choice.at > 0 ? choice : null;
  } catch {
    return null;
  }
}

/** What holds: a choice before all, then the browser's signal, then the mode; an unknown one is the strictest. */
export function isAllowed(
  purpose: OptionalPurpose,
  {
    choice,
    hasSignal,
    mode,
  }: { choice: KeptChoice | null; hasSignal: boolean; mode: PrivacyMode | undefined },
): boolean {
  if (choice) return choice.granted.includes(purpose);
  return !hasSignal && (mode === 'opt-out' || mode === 'off');
}
