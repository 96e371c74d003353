import type { KubernetesObject } from '@auto-ops/contracts';

type Texts = Readonly<Record<string, string>>;

/** One partial `Release` for each that the objects name by annotation, with the chart of the label `helm.sh/chart`; sorted by namespace and name. */
export function deriveReleases(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const releases = Map.groupBy(
    objects.filter((object) => releaseOf(object) !== undefined),
    (object) => releaseOf(object) ?? '',
  );
  return [...releases.keys()].sort().map((key) => {
    const [namespace = '', name = ''] = key.split('/');
    const members = releases.get(key) ?? [];
    const chart = chartOf(members);
    return {
      apiVersion: 'helm.sh/v3',
      kind: 'Release',
      metadata: { name, namespace },
      name,
      namespace,
      ...(chart === undefined ? {} : { chart }),
      objects: members
        .map(({ kind, metadata }) => ({ kind, namespace: metadata.namespace, name: metadata.name }))
        .sort((left, right) => (`${left.kind}/${left.name}` < `${right.kind}/${right.name}` ? -1 : 1)),
    };
  });
}

function releaseOf(object: KubernetesObject): string | undefined {
  const annotations = (object.metadata.annotations ?? {}) as Texts;
  const name = annotations['meta.helm.sh/release-name'];
  const namespace = annotations['meta.helm.sh/release-namespace'] ?? object.metadata.namespace;
  return name === undefined || namespace === undefined ? undefined : `${namespace}/${name}`;
}

/** The label is `<name>-<version>` with `+` written as `_`; the version starts at the first hyphen before a digit. */
function chartOf(members: readonly KubernetesObject[]): object | undefined {
  const counts = new Map<string, number>();
  for (const { metadata } of members) {
    const label = ((metadata.labels ?? {}) as Texts)['helm.sh/chart'];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  // Subcharts carry labels of their own; most objects belong to the chart itself.
  const [label] = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))[0] ?? [];
  const [, name, version] = /^(.+?)-v?([0-9]+\..+)$/.exec(label ?? '') ?? [];
  return name === undefined || version === undefined
    ? undefined
    : { metadata: { name, version: version.replaceAll('_', '+') } };
}
