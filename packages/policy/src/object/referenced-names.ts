import type { PodTemplate } from './pod-template.ts';
import { readPath } from './read-path.ts';

/** The names of the ConfigMaps or Secrets a pod template refers to in variables and volumes. */
export function referencedNames(template: PodTemplate, source: 'ConfigMap' | 'Secret'): ReadonlySet<string> {
  const isConfigMap = source === 'ConfigMap';
  const { containers, initContainers, volumes } = template.spec;
  const all = [...containers, ...(initContainers ?? [])];
  const names = [
    ...all
      .flatMap((container) => container.env ?? [])
      .map((variable) => readPath(variable.valueFrom, isConfigMap ? 'configMapKeyRef' : 'secretKeyRef', 'name')),
    ...all
      .flatMap((container) => container.envFrom ?? [])
      .map((entry) => readPath(entry, isConfigMap ? 'configMapRef' : 'secretRef', 'name')),
    ...(volumes ?? []).map((volume) =>
      isConfigMap ? readPath(volume, 'configMap', 'name') : readPath(volume, 'secret', 'secretName'),
    ),
  ];
  return new Set(names.filter((name) => typeof name === 'string'));
}
