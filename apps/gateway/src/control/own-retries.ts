/** When an incident that is told of again runs again by itself. */
export interface OwnRetries {
  /** How long after its ending, in milliseconds; 0 for never. */
  readonly after: number;
  /** How often, at most, for one incident. */
  readonly most: number;
}
