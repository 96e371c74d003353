/** A Service to the pods of the workload of that name, or of `selects`; `place` is `namespace/name`. */
export function service(place: string, port: number, selects?: string, spec: Readonly<Record<string, unknown>> = {}) {
  const [namespace = '', name = ''] = place.split('/');
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { selector: { app: selects ?? name }, ports: [{ port }], ...spec },
  };
}
