import type { LiveObject, PatchOperation } from '@auto-ops/policy';

/** Names one object for the API. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** What became of a write; `conflict` means that the object moved on since it was read, `refused` that the API will not have it. */
export type WriteAnswer =
  | { readonly outcome: 'done'; readonly object: LiveObject }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'refused'; readonly status: number; readonly reason: string };

/** How a write is made: `dryRun` changes nothing, `resourceVersion` and `uid` are preconditions the API server checks. */
export interface WriteOptions {
  readonly dryRun: boolean;
  readonly resourceVersion: string;
  readonly uid: string;
}

/** The few calls the actuator makes. Reads of what is not there answer `undefined`; trouble with the cluster is thrown as KUBERNETES_*. */
export interface Cluster {
  read(reference: ObjectReference): Promise<LiveObject | undefined>;
  /** `kind` as in the catalogue's `needs`, for example `apps/v1/ReplicaSet`. */
  list(kind: string, namespace: string | undefined): Promise<readonly LiveObject[]>;
  patch(reference: ObjectReference, operations: readonly PatchOperation[], options: WriteOptions): Promise<WriteAnswer>;
  remove(reference: ObjectReference, options: WriteOptions): Promise<WriteAnswer>;
}
