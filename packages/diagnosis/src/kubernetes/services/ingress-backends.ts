import { textField } from '../../fields/text-field.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { listAt } from '../fields/list-at.ts';

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
    const service = textField(backend, 'service', 'name') ?? textField(backend, 'serviceName');
    const port = fieldsAt(backend, 'service', 'port');
    const number = port.number ?? fieldsAt(backend).servicePort;
    if (service === undefined) return [];
    return [
      {
        service,
        port: typeof number === 'number' || typeof number === 'string' ? number : textField(port, 'name'),
        host,
        path,
      },
    ];
  };
  return [
    ...read(fieldsAt(ingress, 'spec', 'defaultBackend')),
    ...listAt(ingress, 'spec', 'rules').flatMap((rule) =>
      listAt(rule, 'http', 'paths').flatMap((entry) =>
        read(entry.backend, textField(rule, 'host'), textField(entry, 'path')),
      ),
    ),
  ];
}
