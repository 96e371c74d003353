import type { Coverage, Cryptography, Evidence, Incident, Scope, Subject, Window, Zone } from '@auto-ops/contracts';
import type { Redactor } from '@auto-ops/redaction';
import type { KubernetesReader } from './cluster-api/kubernetes-reader.ts';
import type { RecordedBundle } from './recorded-bundle.ts';
import type { Right } from './right.ts';

/** What a specialist is asked and what it may use. Everything that is not in its zone throws when it is asked for. */
export interface CollectRequest {
  readonly incident: Incident;
  /** Where to look: the route's, widened or narrowed by a second round. */
  readonly scope: Scope;
  /** The objects the signal points at, nearest first. */
  readonly targets: readonly Subject[];
  readonly window: Window;
  /** RFC 3339; the "now" of this collection. */
  readonly capturedAt: string;
  /** The specialist's own folder, absolute; for checkouts and other files beside the evidence. */
  readonly folder: string;
  readonly redactor: Redactor;
  readonly cryptography: Cryptography;
  readonly signal: AbortSignal;
  /** Opens the cluster; throws KUBECONFIG_INVALID. */
  readonly openCluster: () => Promise<KubernetesReader>;
  /** The bundle of a replay; undefined in a live run. */
  readonly readRecorded: () => Promise<RecordedBundle | undefined>;
  /** Where programs such as git are looked for. */
  readonly searchPath: string;
  /** The folder of the repository that a fix may change: of the bundle, configured, or the copy that was changed. */
  readonly repository?: string | undefined;
}

/** What a specialist saw, and what it could not see. */
export interface Collected {
  readonly evidence: readonly Evidence[];
  readonly coverage: readonly Coverage[];
  /** Where the evidence has a "now" of its own, as a recorded bundle has. */
  readonly capturedAt?: string;
}

/** One folder below `specialists/`, found by the generated registry: looks at one part of the world, read-only. */
export interface Specialist {
  readonly name: string;
  readonly zone: Zone;
  /** Whether every live run asks it; the others are asked where the route has a reason to. */
  readonly isRoutine: boolean;
  /** The kinds it covers, for the coverage of one that fails as a whole. */
  readonly kinds: readonly string[];
  /** On the Kubernetes API; none for the other zones. */
  readonly rights: readonly Right[];
  collect(request: CollectRequest): Promise<Collected>;
}
