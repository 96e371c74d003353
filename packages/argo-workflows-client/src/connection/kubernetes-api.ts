import type { z } from 'zod';
import type { ApiAnswer, ApiRequest } from './api-connection.ts';

/**
 * The Kubernetes API. Every call repeats what may pass and throws KUBERNETES_UNREACHABLE, KUBERNETES_UNAUTHORIZED,
 * KUBERNETES_FORBIDDEN or KUBERNETES_FAILED.
 */
export interface KubernetesApi {
  /** The object at a path, or undefined where there is none. */
  read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema> | undefined>;
  /** Creates at the path of a collection; `exists` where the name is taken, which may be by an earlier try. */
  create(path: string, object: unknown): Promise<'created' | 'exists'>;
  /** Sends a request that may be repeated; 404 and 409 are answers, any other failure is thrown. */
  send(request: ApiRequest): Promise<ApiAnswer>;
  /** The lines of a watch; throws KUBERNETES_*, and KUBERNETES_FAILED with `data.status` 410 where the version is too old. */
  lines(path: string, signal: AbortSignal): AsyncIterable<string>;
  close(): void;
}
