import type { ClusterView } from '../cluster-view.ts';
import { servicesIn } from './services-in.ts';

/** Where the hooks of the gateway are: its Service where it is installed, else where the base puts it. */
export function gatewayService(cluster: ClusterView): { namespace: string; name: string; isInstalled: boolean } {
  const service = servicesIn(cluster).find(
    ({ labels, ports }) =>
      labels['app.kubernetes.io/part-of'] === 'auto-ops' &&
      labels['app.kubernetes.io/component'] === 'gateway' &&
      ports.some(({ name }) => name === 'http'),
  );
  if (service === undefined) return { namespace: 'auto-ops', name: 'auto-ops-gateway', isInstalled: false };
  return { namespace: service.namespace, name: service.name, isInstalled: true };
}
