import type { ObjectItem, View } from '../view.ts';

const kinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Service',
  'Ingress',
  'NetworkPolicy',
  'Node',
  'Pod',
];
/** Names that are also ordinary words say nothing when they appear in a sentence. */
const shortest = 3;

/**
 * Objects whose whole name appears in the alerts' texts or in the question, within the namespaces asked about; a
 * Service beside a workload of the same name is left out.
 */
export function namedInText(view: View): readonly ObjectItem[] {
  const texts = [
    ...view.alerts.flatMap((alert) => [
      alert.summary,
      alert.description,
      alert.annotations.summary,
      alert.annotations.description,
    ]),
    view.question,
  ];
  const words = new Set(
    texts.flatMap((text) => (text ?? '').toLowerCase().match(/[a-z0-9]+(?:[-.][a-z0-9]+)*/g) ?? []),
  );
  const namespaces = new Set(
    [...view.alerts.map(({ labels }) => labels.namespace ?? ''), ...(view.scope.namespaces ?? [])].filter(
      (namespace) => namespace !== '',
    ),
  );
  const found = new Map<string, ObjectItem>();
  for (const kind of kinds) {
    for (const item of view.objects(kind)) {
      const { name, namespace } = item.object.metadata;
      if (name.length < shortest || !words.has(name)) continue;
      if (namespace !== undefined && namespaces.size > 0 && !namespaces.has(namespace)) continue;
      const identity = `${namespace ?? ''}/${name}`;
      if (!found.has(identity)) found.set(identity, item);
    }
  }
  return [...found.values()];
}
