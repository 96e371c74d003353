import type { KubernetesObject } from '../../harness/kubernetes.ts';
import type { Cluster } from '../cluster.ts';

type Settings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Sets values of ConfigMaps in the namespace of the product, and gives what puts them back. */
export async function withConfigMaps({ kubernetes }: Cluster, settings: Settings): Promise<() => Promise<void>> {
  const place = '/api/v1/namespaces/auto-ops/configmaps';
  const undo: (() => Promise<unknown>)[] = [];
  for (const [name, data] of Object.entries(settings)) {
    const before = (await kubernetes.get('ConfigMap', 'auto-ops', name)) as
      | (KubernetesObject & { data?: Record<string, string> })
      | undefined;
    if (before === undefined) {
      await kubernetes.send('POST', place, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
      undo.push(() => kubernetes.send('DELETE', `${place}/${name}`));
    } else {
      const patch = (values: object) =>
        kubernetes.send('PATCH', `${place}/${name}`, { data: values }, 'application/merge-patch+json');
      await patch(data);
      const old = Object.fromEntries(Object.keys(data).map((key) => [key, before.data?.[key] ?? null]));
      undo.push(() => patch(old));
    }
  }
  return async () => {
    for (const step of undo) await step();
  };
}
