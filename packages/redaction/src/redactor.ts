/** Replaces secrets by tags such as `[secret:jwt#1f3a9c02]` and drops characters that hide text from a reader. */
export interface Redactor {
  text(value: string): string;
  /** A redacted copy of any JSON value; keys, numbers and structure stay. */
  object<Value>(value: Value): Value;
  /** How many values of each class were replaced so far; `hidden-characters` counts texts that held some. */
  readonly counts: ReadonlyMap<string, number>;
}
