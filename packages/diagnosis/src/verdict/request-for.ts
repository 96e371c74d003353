import type { Analysis, Finding } from '@auto-ops/contracts';
import { compareText } from '../order/compare-text.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { View } from '../view.ts';

type Request = NonNullable<Analysis['request']>;

const most = 5;

/** Asks for one more round where evidence leads to a Service in a namespace that was not read; undefined elsewhere. */
export function requestFor(view: View, findings: readonly Finding[]): Request | undefined {
  const inScope = new Set(view.scope.namespaces ?? []);
  const blind = (namespace: string) =>
    namespace !== '' && !inScope.has(namespace) && !view.covers('Pod', namespace) && !view.covers('Service', namespace);
  const wanted = new Map<string, string>();
  for (const key of [...view.graph.nodes.keys()].sort(compareText)) {
    const node = view.graph.nodes.get(key);
    if (node?.subject.kind !== 'Service' || node.evidence !== undefined) continue;
    const namespace = node.subject.namespace ?? '';
    if (!blind(namespace) || wanted.has(namespace)) continue;
    const [edge] = view.graph.incoming(key, 'uses', 'calls', 'routesTo');
    const from = edge === undefined ? undefined : view.graph.nodes.get(edge.from)?.subject;
    wanted.set(
      namespace,
      `${from === undefined ? 'The evidence' : `${from.kind} ${from.name}`} needs Service ${namespace}/${node.subject.name}`,
    );
  }
  for (const { subject, message } of findings) {
    const namespace = subject.namespace ?? '';
    if (!blind(namespace) || wanted.has(namespace) || view.graph.nodes.get(keyOf(subject))?.evidence !== undefined)
      continue;
    wanted.set(namespace, message);
  }
  const namespaces = [...wanted.keys()].sort(compareText).slice(0, most);
  if (namespaces.length === 0) return undefined;
  const reasons = namespaces.map(
    (namespace) => `${wanted.get(namespace) ?? ''}, and namespace ${namespace} was not read.`,
  );
  return { scope: { namespaces }, reason: reasons.join(' ') };
}
