import type { ObjectItem, View } from '../../view.ts';
import { edgesTo } from '../calls/edges-to.ts';
import { ingressBackends } from './ingress-backends.ts';
import { isAlerted, type ServiceUse } from './is-alerted.ts';

/** Who is known to use a Service. */
export function serviceUse(view: View, service: ObjectItem): ServiceUse {
  const { name, namespace } = service.object.metadata;
  const edges = edgesTo(view, service);
  return {
    ingresses: view
      .objects('Ingress')
      .filter(
        (item) =>
          item.object.metadata.namespace === namespace &&
          ingressBackends(item.object).some((backend) => backend.service === name),
      ),
    callers: [...new Set(edges.map(({ caller }) => caller))],
    failures: [...new Set(edges.flatMap(({ failures }) => failures))],
    isAlerted: isAlerted(view, namespace, name),
  };
}
