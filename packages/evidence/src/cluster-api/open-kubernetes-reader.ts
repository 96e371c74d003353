import { type ClusterAccess, readCredentials } from './credentials.ts';
import { kubernetesPatience } from './kubernetes-patience.ts';
import type { KubernetesReader } from './kubernetes-reader.ts';
import { listPages } from './list-pages.ts';
import { logPatience } from './log-patience.ts';
import type { Patience } from './patience.ts';
import { requestWithPatience } from './request-with-patience.ts';

/** Opens read-only access to a cluster. Throws KUBECONFIG_INVALID; nothing is asked of the cluster yet. */
export async function openKubernetesReader(
  access: ClusterAccess,
  signal: AbortSignal,
  patience: Patience = kubernetesPatience,
): Promise<KubernetesReader> {
  const credentials = await readCredentials(access);
  const get = (path: string, accept: string) => requestWithPatience(credentials, path, accept, patience, signal);
  const log = patience === kubernetesPatience ? logPatience : patience;
  return {
    list: (resource, options = {}) => listPages(get, resource, options),
    text: (path, query) =>
      requestWithPatience(credentials, `${path}?${new URLSearchParams(query)}`, 'text/plain, */*', log, signal),
  };
}
