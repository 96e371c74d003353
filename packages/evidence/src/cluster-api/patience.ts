/** How long a request is tried again: at most `tries` times and `milliseconds` in all, after pauses that double up to a cap. */
export interface Patience {
  readonly tries: number;
  readonly milliseconds: number;
  readonly firstPause: number;
  readonly longestPause: number;
}

/** For the Kubernetes API: 6 tries in 3 minutes, from half a second to 20 seconds. */
export const kubernetesPatience: Patience = { tries: 6, milliseconds: 180_000, firstPause: 500, longestPause: 20_000 };

/** For logs, which come from the kubelets: one that is down must not hold up the rest. */
export const logPatience: Patience = { tries: 2, milliseconds: 15_000, firstPause: 500, longestPause: 2_000 };
