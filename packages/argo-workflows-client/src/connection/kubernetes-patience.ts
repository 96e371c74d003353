import type { Patience } from './patience.ts';

/** Six tries, half a second doubled each time with full jitter, at most twenty seconds apart. */
export const kubernetesPatience: Patience = {
  tries: 6,
  firstDelayMilliseconds: 500,
  isPassing: (status) => status === 408 || status === 429 || status >= 500,
};
