import type { Patience } from '../connection/patience.ts';

/** Three tries without a pause worth mentioning. */
export const quickPatience: Patience = {
  tries: 3,
  firstDelayMilliseconds: 1,
  isPassing: (status) => status === 429 || status > 500,
};
