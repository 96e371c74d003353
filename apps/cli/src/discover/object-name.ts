/** The place of one object. */
export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}
