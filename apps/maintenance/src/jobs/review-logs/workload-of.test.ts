import { expect, it } from 'vitest';
import { workloadOf } from './workload-of.ts';

const pod = (owner?: [kind: string, name: string], labels: Record<string, string> = {}) => ({
  metadata: {
    name: 'a-pod',
    namespace: 'shop',
    labels,
    ...(owner === undefined ? {} : { ownerReferences: [{ kind: owner[0], name: owner[1] }] }),
  },
});

it.each<[Parameters<typeof pod>, string]>([
  [[], 'Pod/a-pod'],
  [[['ReplicaSet', 'cart-6f7d9c'], { 'pod-template-hash': '6f7d9c' }], 'Deployment/cart'],
  [[['ReplicaSet', 'cart-6f7d9c'], { 'pod-template-hash': 'other' }], 'ReplicaSet/cart-6f7d9c'],
  [[['ReplicaSet', 'alone']], 'ReplicaSet/alone'],
  [[['StatefulSet', 'db'], { 'app.kubernetes.io/name': 'database' }], 'StatefulSet/db'],
  [[['Job', 'mail-29384756']], 'CronJob/mail'],
  [[['Job', 'mail-once']], 'Job/mail-once'],
  [[['Workflow', 'incident-a1'], { 'app.kubernetes.io/name': 'auto-ops-analyst' }], 'Workflow/auto-ops-analyst'],
  [[['Workflow', 'incident-a1']], 'Workflow/incident-a1'],
])('names the workload of %j', (words, name) => {
  const workload = workloadOf(pod(...words));

  expect(`${workload.kind}/${workload.name}`).toBe(name);
});
