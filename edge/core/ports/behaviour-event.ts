import type { Act, PageView } from '../../contract/journey.ts';
import type { Touch } from '../../contract/touch.ts';

/** What a visitor did after they registered. Ids are the browser's: 1 to 24 of `[a-z0-9.-]`, unique in a registration. */
export type BehaviourEvent = VisitEvent | ViewEvent | ActEvent;

export interface VisitEvent {
  readonly type: 'visit';
  readonly id: string;
  readonly touch: Touch;
}

export interface ViewEvent extends PageView {
  readonly type: 'view';
  readonly id: string;
}

export interface ActEvent extends Act {
  readonly id: string;
}
