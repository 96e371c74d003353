import type { Manifest } from '../manifest.ts';
import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

type Variable = { name: string; value?: string };
type Mount = { name: string; mountPath: string };
type Source = { configMapRef?: { name: string } };
type Container = { env?: Variable[]; envFrom?: Source[]; volumeMounts?: Mount[] };

/** A setting that names a file which nobody mounted ends the step before it has done anything. */
export const mountedFiles: Rule = {
  title: 'a path that a container is told lies in a volume of its own',
  check: (manifests) => {
    const settings = new Map<string, Variable[]>(
      manifests
        .filter(({ kind }) => kind === 'ConfigMap')
        .map(({ metadata, data }) => [
          `${metadata.namespace}/${metadata.name}`,
          Object.entries<string>(data ?? {}).map(([name, value]) => ({ name, value })),
        ]),
    );
    return [...podsOf(manifests), ...helpersOf(manifests)].flatMap(({ place, manifest, container, volumes }) => {
      const { env = [], envFrom = [], volumeMounts = [] }: Container = container;
      const namespace = manifest.metadata.namespace ?? 'auto-ops';
      const told = [
        ...envFrom.flatMap(({ configMapRef }) => settings.get(`${namespace}/${configMapRef?.name}`) ?? []),
        ...env,
      ];
      const isMounted = (path: string) =>
        volumeMounts.some(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`));
      return [
        ...told
          .filter(({ value }) => value?.startsWith('/') && !isMounted(value))
          .map(({ name, value }) => `${place}: ${name} is ${value}, which nobody mounts`),
        ...volumeMounts
          .filter(({ name }) => !volumes.some((volume) => volume.name === name))
          .map(({ name }) => `${place} mounts ${name}, which is no volume`),
      ];
    });
  },
};

/** The containers that Argo Events makes of Sensors and event sources. */
function helpersOf(manifests: readonly Manifest[]) {
  return manifests
    .filter(({ kind }) => kind === 'Sensor' || kind === 'EventSource')
    .map((manifest) => ({
      place: `${manifest.file}: ${manifest.metadata.name}`,
      manifest,
      container: manifest.spec.template?.container ?? {},
      volumes: (manifest.spec.template?.volumes ?? []) as { name: string }[],
    }));
}
