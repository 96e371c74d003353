/** Something that changed, with what ranking needs to know about it. */
export interface CandidateChange {
  /** What an Analysis cites: the change's own id, or the evidence id of the object that shows it. */
  readonly id: string;
  /** In a person's words, without a full stop: "Deployment shop/cart revision 4: image a → b". */
  readonly title: string;
  /** Milliseconds since 1970 from which it can have had an effect. */
  readonly at: number;
  /** Keys of the graph that it changed. */
  readonly keys: readonly string[];
  /** Everything it says, for the overlap with the errors: titles, paths, changed lines. */
  readonly texts: readonly { readonly text: string; readonly weight: number }[];
  /** Ids of the changes that brought it into effect (a deploy for a commit). */
  readonly shippedBy: readonly string[];
  readonly kind: 'commit' | 'deploy' | 'revision' | 'configuration' | 'flag' | 'node' | 'other';
}
