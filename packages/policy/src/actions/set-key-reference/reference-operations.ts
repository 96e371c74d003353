import type { LiveObject, PatchOperation } from '../../action-definition.ts';
import { findContainer } from '../../object/find-container.ts';
import { findPodTemplate } from '../../object/find-pod-template.ts';
import { readPath } from '../../object/read-path.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { environmentOperations } from '../../patch/environment-operations.ts';
import { setOperations } from '../../patch/set-operations.ts';
import type { KeyReference } from './key-reference.ts';

/** The operations that make the workload's reference say what the arguments say. */
export function referenceOperations(live: LiveObject, input: KeyReference): readonly PatchOperation[] {
  if (input.where === 'environment') {
    const { path, container } = findContainer(live, input.container);
    const member = input.source === 'ConfigMap' ? 'configMapKeyRef' : 'secretKeyRef';
    const entry = { name: input.name, valueFrom: { [member]: { name: input.object, key: input.key } } };
    return environmentOperations(path, container, input.name, entry);
  }
  if (input.where === 'environment-from') {
    const { path, container } = findContainer(live, input.container);
    const member = input.source === 'ConfigMap' ? 'configMapRef' : 'secretRef';
    const index = (container.envFrom ?? []).findIndex((entry) => readPath(entry, member, 'name') === input.from);
    if (index < 0) throw targetChanged(`Container ${input.container} does not read ${input.source} ${input.from}.`);
    return setOperations(live, [...path, 'envFrom', index, member, 'name'], input.object);
  }
  const { path, template } = findPodTemplate(live);
  const index = (template.spec.volumes ?? []).findIndex((volume) => volume.name === input.volume);
  const volume = template.spec.volumes?.[index];
  if (volume === undefined) throw targetChanged(`${live.kind} ${live.metadata.name} has no volume ${input.volume}.`);
  if (input.where === 'volume') {
    const keys = input.source === 'ConfigMap' ? ['configMap', 'name'] : ['secret', 'secretName'];
    if (readPath(volume, ...keys) !== input.from)
      throw targetChanged(`Volume ${input.volume} does not mount ${input.source} ${input.from}.`);
    return setOperations(live, [...path, 'spec', 'volumes', index, ...keys], input.object);
  }
  for (const source of ['configMap', 'secret']) {
    const items = readPath(volume, source, 'items');
    const item = Array.isArray(items) ? items.findIndex((entry: unknown) => readPath(entry, 'key') === input.from) : -1;
    if (item >= 0)
      return setOperations(live, [...path, 'spec', 'volumes', index, source, 'items', item, 'key'], input.key);
  }
  throw targetChanged(`Volume ${input.volume} does not mount the key ${input.from}.`);
}
