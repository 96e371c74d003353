/** A variable that some app reads. */
export interface KnownVariable {
  readonly name: string;
  readonly secret: boolean;
}
