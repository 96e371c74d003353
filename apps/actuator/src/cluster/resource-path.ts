import { AutoOpsError } from '@auto-ops/contracts';
import { resources } from './resources.ts';

/**
 * The API path of a kind's collection, or of one object where a name is given.
 * Throws ACTION_FORBIDDEN for a kind the catalogue does not know: the actuator addresses nothing else.
 */
export function resourcePath(apiVersion: string, kind: string, namespace: string | undefined, name?: string): string {
  const resource = resources[`${apiVersion}/${kind}`];
  if (resource === undefined)
    throw new AutoOpsError('ACTION_FORBIDDEN', `The actuator does not address ${apiVersion}/${kind}`);
  if (resource.namespaced && namespace === undefined) {
    throw new AutoOpsError('ACTION_ARGUMENTS_INVALID', `A target of kind ${kind} needs a namespace`);
  }
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const inside = resource.namespaced ? `/namespaces/${encodeURIComponent(namespace ?? '')}` : '';
  return `${base}${inside}/${resource.plural}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
}
