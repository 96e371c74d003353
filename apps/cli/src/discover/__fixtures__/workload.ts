/** What a workload of a test is. */
export interface WorkloadOptions {
  readonly kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly ports?: readonly number[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly configMaps?: readonly string[];
}

/** A workload of one container whose pods have the label `app: <name>`. `place` is `namespace/name`. */
export function workload(place: string, image: string, options: WorkloadOptions = {}) {
  const [namespace = '', name = ''] = place.split('/');
  const { kind = 'Deployment', command, args, ports = [], labels = {}, annotations = {}, configMaps = [] } = options;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace, labels, annotations },
    spec: {
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'main',
              image,
              ...(command === undefined ? {} : { command }),
              ...(args === undefined ? {} : { args }),
              ports: ports.map((containerPort) => ({ containerPort })),
            },
          ],
          volumes: configMaps.map((configMap) => ({ name: configMap, configMap: { name: configMap } })),
        },
      },
    },
  };
}
