/** How often and how patiently a request is repeated. */
export interface Patience {
  readonly tries: number;
  readonly firstDelayMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** Six tries, half a second doubled each time with full jitter, at most twenty seconds apart. */
export const defaultPatience: Patience = { tries: 6, firstDelayMilliseconds: 500 };
