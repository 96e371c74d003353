/** A kind of the Kubernetes API as this package lists it. */
export interface Resource {
  /** The group, empty for the core. */
  readonly group: string;
  readonly version: string;
  /** The plural in the address. */
  readonly plural: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
}
