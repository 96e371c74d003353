import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import type { Credentials } from './credentials.ts';

const mounted = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What a pod is given to speak to its API server, with its own namespace. Throws KUBECONFIG_INVALID outside of a pod. */
export function podCredentials(folder: string = mounted): Credentials & { readonly namespace: string } {
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch (cause) {
      throw new AutoOpsError('KUBECONFIG_INVALID', `${join(folder, name)} cannot be read: this is no pod`, { cause });
    }
  };
  return {
    server: 'https://kubernetes.default.svc',
    authority: read('ca.crt'),
    namespace: read('namespace'),
    token: () => read('token'),
  };
}
