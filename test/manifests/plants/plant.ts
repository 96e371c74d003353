/** What breaks one rule: an object of the manifests, and what is done to it. */
export interface Plant {
  readonly kind: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a plant reaches into a manifest to spoil it.
  readonly spoil: (one: any) => void;
}
