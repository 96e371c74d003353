import type { DeliveryState } from '../store/delivery-state.ts';

/** What became of a delivery. */
export interface Admission {
  readonly state: Exclude<DeliveryState, 'pending' | 'quarantined'>;
  readonly incident: string | undefined;
  readonly reason: string;
}
