/** A port that a container declares. */
export interface DeclaredPort {
  readonly name?: string | undefined;
  readonly port: number;
}
