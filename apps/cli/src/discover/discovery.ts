/** Something that is there. */
export interface Found {
  /** What it is, for example `Argo Workflows`. */
  readonly what: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Of the image's tag, the chart or the object; absent where nothing says. */
  readonly version?: string;
  /** What it was recognised by; a port alone is the weakest. */
  readonly by: 'api' | 'object' | 'image' | 'label' | 'port';
  /** Whether auto-ops has a use for it today. */
  readonly use: 'used' | 'not used yet';
  readonly detail?: string;
}

/** A variable that some app of the product reads, with the value that fits this cluster. */
export interface Setting {
  readonly variable: string;
  readonly value: string;
  /** The gateway or the heartbeat inside the cluster, or a program on this machine. */
  readonly of: 'gateway' | 'heartbeat' | 'machine';
  readonly reason: string;
}

/** A place that answers while it is well: something for the heartbeat to look at. */
export interface Endpoint {
  readonly namespace: string;
  readonly name: string;
  /** `host:port`, as pods of the cluster reach it. */
  readonly address: string;
}

/** A change of the objects of `k8s/base` whose kind and name match, as operations of a JSON Patch, that fits them to this cluster. */
export interface Patch {
  readonly target: { readonly kind: string; readonly name: string; readonly namespace?: string };
  readonly operations: readonly Readonly<Record<string, unknown>>[];
  readonly reason: string;
}

/** Something that is not there or not as it has to be. */
export interface Gap {
  /** `needed`: auto-ops does not work on this cluster without it. */
  readonly weight: 'needed' | 'advised';
  readonly what: string;
  /** The next action, as a sentence. */
  readonly next: string;
  /** What to paste for it. */
  readonly snippet?: string;
}

/** What one finder has to say of a cluster. */
export interface Discovery {
  readonly found: readonly Found[];
  readonly settings?: readonly Setting[];
  readonly endpoints?: readonly Endpoint[];
  readonly patches?: readonly Patch[];
  readonly missing?: readonly Gap[];
}
