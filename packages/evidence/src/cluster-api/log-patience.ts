import type { Patience } from './patience.ts';

/** For logs, which come from the kubelets: one that is down must not hold up the rest. */
export const logPatience: Patience = { tries: 2, milliseconds: 15_000, firstPause: 500, longestPause: 2_000 };
