import { BundleManifest, type Evidence } from '@auto-ops/contracts';
import { diagnose } from '@auto-ops/diagnosis';

/** Prints how long one diagnosis of a generated cluster takes; the number of objects is the first argument. */
const wanted = Number(process.argv[2] ?? 20_000);
const now = '2026-01-01T12:00:00Z';
const perWorkload = 8;
const objects: Record<string, unknown>[] = [];

for (let node = 0; node < Math.max(3, wanted / 400); node += 1) {
  objects.push({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${node}`, uid: `n${node}` },
    status: { conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }] },
  });
}
for (let index = 0; objects.length < wanted; index += 1) {
  const namespace = `team-${index % 40}`;
  const name = `app-${index}`;
  const isBroken = index % 100 === 7;
  const labels = { app: name };
  const template = {
    metadata: { labels },
    spec: {
      containers: [
        {
          name,
          image: `registry.local/${name}:1`,
          env: [{ name: 'PEER', value: `http://app-${index + 40}.${namespace}.svc:80` }],
          ports: [{ containerPort: 8080 }],
        },
      ],
      volumes: [{ name: 'settings', configMap: { name: `${name}-settings` } }],
    },
  };
  objects.push(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace, uid: `d${index}`, generation: 1 },
      spec: { replicas: 2, selector: { matchLabels: labels }, template },
      status: { observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: isBroken ? 0 : 2 },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: `${name}-1`,
        namespace,
        uid: `r${index}`,
        annotations: { 'deployment.kubernetes.io/revision': '1' },
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name, uid: `d${index}`, controller: true }],
      },
      spec: { template },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `${name}-settings`, namespace },
      data: { mode: `sha256:${'0'.repeat(64)}` },
    },
  );
  for (let replica = 0; replica < 2; replica += 1) {
    objects.push({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${name}-1-${replica}`,
        namespace,
        uid: `p${index}-${replica}`,
        labels,
        creationTimestamp: '2026-01-01T10:00:00Z',
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${name}-1`, uid: `r${index}`, controller: true },
        ],
      },
      spec: { ...template.spec, nodeName: `node-${(index + replica) % 3}` },
      status: isBroken
        ? {
            phase: 'Pending',
            containerStatuses: [
              {
                name,
                restartCount: 0,
                state: {
                  waiting: {
                    reason: 'ImagePullBackOff',
                    message: `Back-off pulling image "registry.local/${name}:1": not found`,
                  },
                },
              },
            ],
          }
        : {
            phase: 'Running',
            conditions: [{ type: 'Ready', status: 'True' }],
            containerStatuses: [
              { name, ready: true, restartCount: 0, state: { running: { startedAt: '2026-01-01T10:00:10Z' } } },
            ],
          },
    });
  }
  for (let event = 0; event < perWorkload - 6; event += 1) {
    objects.push({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${name}.${event}`, namespace },
      type: isBroken ? 'Warning' : 'Normal',
      reason: isBroken ? 'Failed' : 'Pulled',
      message: isBroken
        ? `Failed to pull image "registry.local/${name}:1": not found`
        : 'Container image already present on machine',
      count: 3,
      firstTimestamp: '2026-01-01T10:00:00Z',
      lastTimestamp: '2026-01-01T11:50:00Z',
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name: `${name}-1-${event}` },
    });
  }
}
const evidence = objects.map((object, index) => ({
  id: `ev-${index}`,
  kind: 'object',
  source: 'bench',
  observedAt: now,
  body: { object },
})) as unknown as Evidence[];
const manifest = BundleManifest.parse({
  version: 1,
  name: 'bench',
  capturedAt: now,
  window: { from: '2026-01-01T11:00:00Z', to: now },
  alerts: [
    {
      source: 'bench',
      name: 'KubePodNotReady',
      status: 'firing',
      labels: { namespace: 'team-7', pod: 'app-7-1-0' },
      annotations: {},
    },
  ],
  coverage: ['Pod', 'Service', 'ConfigMap', 'Deployment', 'Node'].map((kind) => ({ kind, complete: true })),
});

for (let round = 1; round <= 3; round += 1) {
  const begun = performance.now();
  const before = process.cpuUsage();
  const analysis = diagnose({ manifest, evidence });
  const milliseconds = performance.now() - begun;
  // On a busy machine the processor time says more.
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1000;
  process.stdout.write(
    `${evidence.length} objects: ${milliseconds.toFixed(0)} ms (processor ${processor.toFixed(0)} ms), ${analysis.verdict}, ${analysis.findings.length} findings, first ${analysis.causes[0]?.code} ${analysis.causes[0]?.subject.name}\n`,
  );
}
