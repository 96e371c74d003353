import type { Action } from '@auto-ops/contracts';
import type { KubernetesApi } from '@auto-ops/testing';
import { objects } from './objects.ts';

/** An action on one of these objects as a plan has it, pinned to the object as it is now. */
export function actionOn(
  kubernetes: KubernetesApi,
  name: keyof typeof objects,
  id: string,
  type: string,
  input: Action['arguments'],
): Action {
  const live = kubernetes.get(objects[name].path);
  if (live === undefined) throw new Error(`there is no ${name}`);
  const { uid, resourceVersion, generation, namespace } = live.metadata;
  return {
    id,
    type,
    target: {
      apiVersion: live.apiVersion,
      kind: live.kind,
      name: live.metadata.name,
      uid,
      resourceVersion,
      ...(namespace !== undefined && { namespace }),
      ...(generation !== undefined && { generation }),
    },
    arguments: input,
    expected: 'The pods become ready.',
    evidence: ['ev-1'],
  };
}
