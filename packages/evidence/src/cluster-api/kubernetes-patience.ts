import type { Patience } from './patience.ts';

/** For the Kubernetes API: 6 tries in 3 minutes, from half a second to 20 seconds. */
export const kubernetesPatience: Patience = { tries: 6, milliseconds: 180_000, firstPause: 500, longestPause: 20_000 };
