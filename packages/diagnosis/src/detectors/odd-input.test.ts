import { expect, test } from 'vitest';
import type { ObjectPart } from '../__fixtures__/bundle-of.ts';
import { viewOf } from '../__fixtures__/view-of.ts';
import {
  crashing,
  deployment,
  event,
  node,
  other,
  pod,
  replicaSet,
  service,
  unscheduledPod,
  waiting,
} from '../kubernetes/__fixtures__/cluster-objects.ts';
import { detectors } from './registry.ts';

const failing = pod('cart-r1-a', { owner: 'cart', state: crashing({}) });
const set = replicaSet('cart', 1, { status: { replicas: 0 } });
const condition = (type: string, status: string, reason: string) => ({
  status: { conditions: [{ type, status, reason, message: reason }], phase: 'Pending' },
});
const rich: readonly ObjectPart[] = [
  deployment('cart', condition('Progressing', 'False', 'ProgressDeadlineExceeded')),
  set,
  failing,
  pod('web', { state: waiting('ErrImagePull', 'manifest unknown') }),
  unscheduledPod('big', 'big', '0/1 nodes are available: 1 Insufficient cpu.'),
  service('cart', { ports: [{ port: 80, targetPort: 'nothing' }] }),
  node('node-1', {
    conditions: [
      { type: 'Ready', status: 'False' },
      { type: 'DiskPressure', status: 'True' },
    ],
    spec: { unschedulable: true, taints: [{ key: 'a' }] },
  }),
  event(set, 'FailedCreate', 'exceeded quota: a, requested: b, used: c, limited: d'),
  event(failing, 'Killing', 'Container cart failed liveness probe, will be restarted'),
  event(failing, 'FailedMount', 'mount failed'),
  other('networking.k8s.io/v1', 'NetworkPolicy', 'deny', {
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/33' } }], ports: [{ port: 'x' }] }],
    },
  }),
  other('networking.k8s.io/v1', 'Ingress', 'front', {
    spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'gone' } } }] } }], tls: [{}] },
  }),
  other('autoscaling/v2', 'HorizontalPodAutoscaler', 'cart', {
    spec: { metrics: [{ type: 'Resource', resource: { name: 'cpu' } }] },
    ...condition('ScalingActive', 'False', 'FailedGetResourceMetric'),
  }),
  other('batch/v1', 'Job', 'import', condition('Failed', 'True', 'BackoffLimitExceeded')),
  other('v1', 'PersistentVolumeClaim', 'data', { spec: { storageClassName: 'x' }, ...condition('x', 'y', 'z') }),
  other('cert-manager.io/v1', 'Certificate', 'tls', { status: { notAfter: 'yesterday' } }),
];

// What no API server sends and a damaged bundle may hold, in place of every second field.
const oddities: readonly unknown[] = [null, 7, 'text', true, [], [null, 3, []], {}, { name: 5, conditions: 'x' }];

function damage(value: unknown, oddity: unknown, turn: { count: number }): unknown {
  turn.count += 1;
  if (turn.count % 5 === 0) return oddity;
  if (Array.isArray(value)) return value.map((entry) => damage(entry, oddity, turn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, damage(entry, oddity, turn)]));
}

test.each(oddities.map((oddity) => [JSON.stringify(oddity), oddity]))(
  'no detector trips over %s anywhere',
  (_, oddity) => {
    for (let offset = 0; offset < 5; offset += 1) {
      const turn = { count: offset };
      const parts = rich.map(({ apiVersion, kind, metadata, ...rest }): ObjectPart => {
        const members = Object.entries(rest).map(([key, value]) => [key, damage(value, oddity, turn)]);
        return { apiVersion, kind, metadata, ...Object.fromEntries(members) };
      });
      const view = viewOf(...parts, { coverage: ['Pod', 'Service', 'StorageClass', 'Deployment'] });

      for (const detector of detectors) expect(() => detector.detect(view), detector.code).not.toThrow();
    }
  },
);

test('every finding and exclusion carries the code of its detector and cites evidence of the bundle', () => {
  const view = viewOf(...rich, { coverage: ['Pod', 'Service', 'StorageClass', 'Deployment'] });
  const known = new Set(rich.map((_, index) => `ev-${index + 1}`));

  const detections = detectors.map((detector) => ({ code: detector.code, ...detector.detect(view) }));

  expect(detections.flatMap(({ findings }) => findings).length).toBeGreaterThan(8);
  for (const { code, findings, ruledOut } of detections) {
    for (const entry of [...findings, ...ruledOut]) {
      expect(entry.code).toBe(code);
      for (const id of entry.evidence) expect(known).toContain(id.split('#')[0]);
    }
    for (const finding of findings) expect(finding.evidence.length).toBeGreaterThan(0);
  }
});
