import type { ObjectItem, View } from '../view.ts';
import { fieldsAt, listAt, textAt } from './fields.ts';
import { edgesTo } from './known-edges.ts';

/** What shows that a Service is used: an Ingress, a known caller or an alert. */
export interface ServiceUse {
  readonly ingresses: readonly ObjectItem[];
  readonly callers: readonly ObjectItem[];
  readonly failures: readonly string[];
  readonly isAlerted: boolean;
}

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

/** Whether a firing alert names the Service. */
export function isAlerted(view: View, namespace: string | undefined, name: string): boolean {
  return view.alerts.some(({ status, labels, summary, description }) => {
    if (status !== 'firing' || (labels.namespace !== undefined && labels.namespace !== namespace)) return false;
    const words = `${summary ?? ''} ${description ?? ''}`.split(/[^a-z0-9-]+/i);
    return labels.service === name || labels.job === name || words.includes(name);
  });
}

/** One backend of an Ingress. */
export interface IngressBackend {
  readonly service: string;
  readonly port?: number | string | undefined;
  readonly host?: string | undefined;
  readonly path?: string | undefined;
}

/** Every Service backend of an Ingress; resource backends are left out. */
export function ingressBackends(ingress: unknown): readonly IngressBackend[] {
  const read = (backend: unknown, host?: string, path?: string): IngressBackend[] => {
    const service = textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName');
    const port = fieldsAt(backend, 'service', 'port');
    const number = port.number ?? fieldsAt(backend).servicePort;
    if (service === undefined) return [];
    return [
      {
        service,
        port: typeof number === 'number' || typeof number === 'string' ? number : textAt(port, 'name'),
        host,
        path,
      },
    ];
  };
  return [
    ...read(fieldsAt(ingress, 'spec', 'defaultBackend')),
    ...listAt(ingress, 'spec', 'rules').flatMap((rule) =>
      listAt(rule, 'http', 'paths').flatMap((entry) =>
        read(entry.backend, textAt(rule, 'host'), textAt(entry, 'path')),
      ),
    ),
  ];
}
