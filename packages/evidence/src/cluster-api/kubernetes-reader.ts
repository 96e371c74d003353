import type { KubernetesObject } from '@auto-ops/contracts';
import type { Resource } from './resource.ts';

/** What a list came to. It never throws for one kind: what could not be read says why, so that the rest goes on. */
export interface Listing {
  readonly items: readonly KubernetesObject[];
  readonly complete: boolean;
  readonly error?: string;
}

/** How a list is narrowed. */
export interface ListOptions {
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
  /** Metadata alone (PartialObjectMetadata): the way to count and to find owners cheaply. */
  readonly metadataOnly?: boolean | undefined;
  /** Where to stop; a list that has more is not complete. Default 10,000. */
  readonly maximumItems?: number | undefined;
}

/** Read-only access to one cluster. */
export interface KubernetesReader {
  /** Pages of 500. Throws KUBERNETES_UNREACHABLE and KUBERNETES_UNAUTHORIZED; everything else is in the listing. */
  list(resource: Resource, options?: ListOptions): Promise<Listing>;
  /** The text at an address below the server; throws the typed errors. */
  text(path: string, query: Readonly<Record<string, string>>): Promise<string>;
}
