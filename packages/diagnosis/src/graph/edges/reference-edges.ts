import { field } from '../../fields/field.ts';
import { listField } from '../../fields/list-field.ts';
import { textField } from '../../fields/text-field.ts';
import { containersOf } from '../../subjects/containers-of.ts';
import { itemKey } from '../../subjects/item-key.ts';
import { podTemplateOf } from '../../subjects/pod-template-of.ts';
import { workloadsOf } from '../../subjects/workloads-of.ts';
import type { EdgeSource } from '../edge-source.ts';
import type { Relation } from '../graph.ts';

/** mounts and uses: what a pod template refers to by name: volumes, environment, ServiceAccount, pull secrets. */
export const referenceEdges: EdgeSource = (view, add) => {
  for (const item of workloadsOf(view)) {
    const template = podTemplateOf(item);
    const from = itemKey(item);
    const namespace = item.object.metadata.namespace ?? '';
    const link = (relation: Relation, kind: string, name: string | undefined) => {
      if (name !== undefined) add({ from, to: `${kind}/${namespace}/${name}`, relation, evidence: item.id });
    };
    for (const volume of listField(template, 'spec', 'volumes')) {
      const sources = [volume, ...listField(volume, 'projected', 'sources')];
      for (const source of sources) {
        link('mounts', 'ConfigMap', textField(source, 'configMap', 'name'));
        link('mounts', 'Secret', textField(source, 'secret', 'secretName') ?? textField(source, 'secret', 'name'));
        link('mounts', 'PersistentVolumeClaim', textField(source, 'persistentVolumeClaim', 'claimName'));
      }
    }
    for (const container of containersOf(template)) {
      for (const entry of listField(container, 'env')) {
        link('uses', 'ConfigMap', textField(entry, 'valueFrom', 'configMapKeyRef', 'name'));
        link('uses', 'Secret', textField(entry, 'valueFrom', 'secretKeyRef', 'name'));
      }
      for (const entry of listField(container, 'envFrom')) {
        link('uses', 'ConfigMap', textField(entry, 'configMapRef', 'name'));
        link('uses', 'Secret', textField(entry, 'secretRef', 'name'));
      }
    }
    link('uses', 'ServiceAccount', textField(template, 'spec', 'serviceAccountName'));
    for (const entry of listField(template, 'spec', 'imagePullSecrets'))
      link('uses', 'Secret', textField(entry, 'name'));
    if (item.object.kind !== 'StatefulSet') continue;
    for (const pod of view.pods(item)) {
      for (const claim of listField(item.object, 'spec', 'volumeClaimTemplates')) {
        const name = textField(claim, 'metadata', 'name');
        if (name !== undefined) link('mounts', 'PersistentVolumeClaim', `${name}-${pod.object.metadata.name}`);
      }
    }
  }
  for (const claim of view.objects('PersistentVolumeClaim')) {
    const link = (kind: string, name: string | undefined) => {
      if (name !== undefined)
        add({ from: itemKey(claim), to: `${kind}//${name}`, relation: 'uses', evidence: claim.id });
    };
    link('PersistentVolume', textField(claim.object, 'spec', 'volumeName'));
    link('StorageClass', textField(claim.object, 'spec', 'storageClassName'));
  }
  for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
    for (const binding of view.objects(kind)) {
      const namespace = binding.object.metadata.namespace ?? '';
      const role = textField(binding.object, 'roleRef', 'name');
      const roleKind = textField(binding.object, 'roleRef', 'kind');
      const from = itemKey(binding);
      if (role !== undefined && roleKind !== undefined) {
        add({
          from,
          to: `${roleKind}/${roleKind === 'Role' ? namespace : ''}/${role}`,
          relation: 'uses',
          evidence: binding.id,
        });
      }
      for (const subject of listField(binding.object, 'subjects')) {
        const name = textField(subject, 'name');
        if (field(subject, 'kind') !== 'ServiceAccount' || name === undefined) continue;
        const to = `ServiceAccount/${textField(subject, 'namespace') ?? namespace}/${name}`;
        add({ from, to, relation: 'selects', evidence: binding.id });
      }
    }
  }
};
