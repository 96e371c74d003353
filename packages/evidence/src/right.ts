/** Verbs on resources of a group that a specialist needs; `k8s/base` grants exactly these. */
export interface Right {
  readonly group: string;
  /** Plurals, with subresources as `pods/log`. */
  readonly resources: readonly string[];
  readonly verbs: readonly ('get' | 'list')[];
}
