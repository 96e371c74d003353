import type { ClusterView } from '../../cluster-view.ts';
import type { Gap, Patch, Setting } from '../../discovery.ts';
import { kinds } from '../../kinds.ts';
import type { MarkedWorkload } from '../../recognise/find-workloads.ts';
import { optionOf } from '../../recognise/option-of.ts';
import { servicesOf } from '../../recognise/services-of.ts';

const defaultPort = 2746;
// What the base was written for.
const expected = { host: 'argo-server.argo.svc:2746', namespace: 'argo', isSecure: true };

/** The Argo Server's address, and what of the base has to say it. */
export interface FittedServer {
  readonly address: string;
  readonly settings: readonly Setting[];
  readonly patches: readonly Patch[];
  readonly missing: readonly Gap[];
}

function sensorPatch(host: string, isSecure: boolean): Patch {
  const path = '/spec/template/container/env';
  const operations = [
    { op: 'test', path: `${path}/0/name`, value: 'ARGO_SERVER' },
    { op: 'replace', path: `${path}/0/value`, value: host },
    ...(isSecure
      ? []
      : [
          { op: 'test', path: `${path}/2/name`, value: 'ARGO_SECURE' },
          { op: 'replace', path: `${path}/2/value`, value: 'false' },
        ]),
  ];
  return {
    target: { kind: 'Sensor', name: 'auto-ops-(resume|submit)' },
    operations,
    reason: 'the Sensors that wake and submit runs speak to the Argo Server too',
  };
}

function policyPatch(namespace: string): Patch {
  const value = {
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
    ports: [{ protocol: 'TCP', port: defaultPort }],
  };
  return {
    target: { kind: 'NetworkPolicy', name: 'gateway' },
    operations: [{ op: 'add', path: '/spec/egress/-', value }],
    reason: 'the gateway may reach the Argo Server where it is',
  };
}

/** Fits the base to the Argo Server that was found. */
export function fitServer(cluster: ClusterView, { workload, container }: MarkedWorkload): FittedServer {
  const { namespace, name } = workload;
  const words = container?.words ?? [];
  const isSecure = !words.some((word) => /^--secure=false$/.test(word));
  const services = servicesOf(cluster, workload);
  const service =
    services.find(({ ports }) => ports.some(({ port }) => port === defaultPort)) ??
    services.find(({ ports }) => ports[0]);
  const port = service?.ports.find((one) => one.port === defaultPort)?.port ?? service?.ports[0]?.port ?? defaultPort;
  const host = `${service?.name ?? name}.${service?.namespace ?? namespace}.svc:${port}`;
  const address = `${isSecure ? 'https' : 'http'}://${host}`;
  const modes = optionOf(words, '--auth-mode');
  const missing: Gap[] = [];
  if (service === undefined && cluster.isComplete(kinds.services)) {
    missing.push({
      weight: 'needed',
      what: `No Service leads to the Argo Server ${namespace}/${name}`,
      next: `Add one with port ${defaultPort}: the gateway and the Sensor that wakes runs reach it by its name.`,
    });
  }
  if (modes.length > 0 && !modes.includes('client') && !modes.includes('hybrid')) {
    missing.push({
      weight: 'needed',
      what: `The Argo Server ${namespace}/${name} does not take its caller's token (--auth-mode ${modes.join(', ')})`,
      next: 'Add --auth-mode=client to it: with the mode `server` alone everybody who reaches it may do what it may do.',
    });
  }
  return {
    address,
    settings: [
      {
        variable: 'AUTO_OPS_ARGO_SERVER',
        value: address,
        of: 'gateway',
        reason: `the Argo Server ${namespace}/${name}${isSecure ? '' : ', which speaks plain HTTP'}`,
      },
    ],
    patches: [
      ...(host === expected.host && isSecure === expected.isSecure ? [] : [sensorPatch(host, isSecure)]),
      ...(namespace === expected.namespace ? [] : [policyPatch(namespace)]),
    ],
    missing,
  };
}
