import type { Hazard } from './hazards/hazards-of.ts';

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
  /** How it could break something, weightiest first. */
  readonly hazards: readonly Hazard[];
  /** Names in it that hardly meet an error text by accident. */
  readonly identifiers: ReadonlySet<string>;
  /** 1, less where the change hardly can have an effect: it only moves code, logs or styles. */
  readonly substance: number;
  /** Ids of the changes that brought it into effect (a deploy for a commit). */
  readonly shippedBy: readonly string[];
  readonly kind: 'commit' | 'deploy' | 'revision' | 'configuration' | 'flag' | 'node' | 'other';
}
