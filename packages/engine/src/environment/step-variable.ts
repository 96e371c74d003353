/** A variable that a step app reads. */
export interface StepVariable {
  readonly app: string;
  readonly env: string;
  readonly secret: boolean;
  /** Its value is a path. */
  readonly isPath: boolean;
  /** The zones that get it; null means every zone of the app. */
  readonly zones: readonly string[] | null;
}
