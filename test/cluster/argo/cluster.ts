import type { Kubernetes } from '../harness/kubernetes.ts';

/** What the checks of this folder share. */
export interface Cluster {
  readonly kubernetes: Kubernetes;
  /** Runs kubectl as administrator; `input` goes to its standard input. Gives what it printed, throws when it fails. */
  kubectl(words: readonly string[], input?: string): Promise<string>;
  /** A client of the API that is that ServiceAccount and nobody else, for a quarter of an hour. */
  as(namespace: string, account: string): Promise<Kubernetes>;
  /** Opens a port of this machine to a Service and gives its address; closed with the cluster. */
  forward(namespace: string, service: string, port: number): Promise<string>;
  close(): void;
}
