/** How one object stands, and the sentence that says why. */
export interface State {
  /** `unclear` is neither proved well nor proved ill. */
  readonly state: 'healthy' | 'recovered' | 'intended' | 'unhealthy' | 'unclear';
  readonly reason: string;
  readonly evidence: readonly string[];
}
