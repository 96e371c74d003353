/** How long a request is tried again: at most `tries` times and `milliseconds` in all, after pauses that double up to a cap. */
export interface Patience {
  readonly tries: number;
  readonly milliseconds: number;
  readonly firstPause: number;
  readonly longestPause: number;
}
