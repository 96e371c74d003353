import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';

const Spec = z.looseObject({
  spec: z
    .looseObject({
      alertmanagerConfigSelector: z
        .looseObject({ matchLabels: z.record(z.string(), z.string()).catch({}) })
        .nullish()
        .catch(undefined),
      alertmanagerConfigMatcherStrategy: z.looseObject({ type: z.string() }).nullish().catch(undefined),
    })
    .catch({ alertmanagerConfigSelector: undefined, alertmanagerConfigMatcherStrategy: undefined }),
});

/** Where the alerts go and who sends them. */
export interface OperatorRoute {
  readonly url: string;
  /** Of the Alertmanager. */
  readonly namespace: string;
  /** Of the gateway. */
  readonly gateway: string;
  /** The Alertmanager as the operator knows it. */
  readonly resource: KubernetesObject;
}

/** The Secret and the AlertmanagerConfig for the Prometheus operator, with the labels that this Alertmanager selects. */
export function operatorRoute({ url, namespace, gateway, resource }: OperatorRoute): string {
  const { spec } = Spec.parse(resource);
  const labels = Object.entries(spec.alertmanagerConfigSelector?.matchLabels ?? {});
  const notes = [
    ...(spec.alertmanagerConfigSelector == null
      ? ['# This Alertmanager selects no AlertmanagerConfig: set spec.alertmanagerConfigSelector of it first.']
      : []),
    ...(spec.alertmanagerConfigMatcherStrategy?.type === 'None'
      ? []
      : [
          `# Only alerts with the label namespace="${namespace}" go through, unless spec.alertmanagerConfigMatcherStrategy.type of the`,
          '# Alertmanager is None.',
        ]),
  ];
  return [
    `kubectl -n ${namespace} create secret generic auto-ops-hook --from-literal=token="$(kubectl -n ${gateway} \\`,
    `  get secret auto-ops-gateway -o jsonpath='{.data.AUTO_OPS_HOOK_TOKENS}' | base64 -d | cut -d, -f1)"`,
    "kubectl apply -f - <<'END'",
    ...notes,
    'apiVersion: monitoring.coreos.com/v1alpha1',
    'kind: AlertmanagerConfig',
    'metadata:',
    '  name: auto-ops',
    `  namespace: ${namespace}`,
    ...(labels.length === 0 ? [] : ['  labels:', ...labels.map(([label, value]) => `    ${label}: "${value}"`)]),
    'spec:',
    '  route:',
    '    receiver: auto-ops',
    '    continue: true',
    '  receivers:',
    '    - name: auto-ops',
    '      webhookConfigs:',
    `        - url: ${url}`,
    '          sendResolved: true',
    '          httpConfig:',
    '            authorization:',
    '              type: Bearer',
    '              credentials:',
    '                name: auto-ops-hook',
    '                key: token',
    'END',
    '',
  ].join('\n');
}
