import { type Analysis, type CauseCode, causeList, type Evidence, type KubernetesObject, type Subject } from '@auto-ops/contracts';
import { createView, type View } from '@auto-ops/diagnosis';
import type { Situation } from '../situation/situation.ts';
import { situationOf } from '../situation/situation-of.ts';

type Fields = Record<string, unknown>;

/** The spec of a pod with one container, changed where a test needs it. */
export function podSpec(container: Fields = {}, spec: Fields = {}): Fields {
  return { containers: [{ name: 'web', image: 'shop/cart:1', ports: [{ containerPort: 8080, name: 'http' }], ...container }], ...spec };
}

function template(spec: Fields): Fields {
  return { metadata: { labels: { app: 'cart' } }, spec };
}

/** The Deployment `shop/cart` whose second revision has `present` and whose first had `previous`, with both ReplicaSets. */
export function rollout(present: Fields, previous?: Fields, change: { spec?: Fields; status?: Fields; metadata?: Fields } = {}): KubernetesObject[] {
  const replicaSet = (number: number, spec: Fields, status: Fields): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `cart-r${number}`,
      namespace: 'shop',
      uid: `rs-${number}`,
      annotations: { 'deployment.kubernetes.io/revision': String(number) },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', uid: 'd-1', controller: true }],
    },
    spec: { template: template(spec) },
    status,
  });
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'cart',
        namespace: 'shop',
        uid: 'd-1',
        resourceVersion: '42',
        generation: 2,
        annotations: { 'deployment.kubernetes.io/revision': '2' },
        ...change.metadata,
      },
      spec: { replicas: 2, selector: { matchLabels: { app: 'cart' } }, template: template(present), ...change.spec },
      status: { replicas: 2, ...change.status },
    },
    replicaSet(2, present, { replicas: 1, readyReplicas: 0 }),
    ...(previous === undefined ? [] : [replicaSet(1, previous, { replicas: 1, readyReplicas: 1 })]),
  ];
}

/** A view of these objects; everything in `shop` was read. */
export function viewOf(objects: readonly KubernetesObject[]): View {
  const now = '2026-01-01T12:00:00Z';
  const kinds = ['Pod', 'Deployment', 'ReplicaSet', 'Service', 'ConfigMap', 'Event', 'ServiceAccount'];
  return createView({
    manifest: {
      version: 1,
      name: 'test',
      capturedAt: now,
      window: { from: '2026-01-01T11:00:00Z', to: now },
      alerts: [],
      coverage: [...kinds.map((kind) => ({ kind, namespace: 'shop', complete: true })), { kind: 'Node', complete: true }],
    },
    evidence: objects.map((object, index): Evidence => ({ id: `ev-${index + 1}`, kind: 'object', source: 'test', observedAt: now, body: { object } })),
  });
}

/** An analysis that names one cause, with one finding of it. */
export function analysisOf(code: CauseCode, subject: Subject, facts?: Analysis['findings'][number]['facts']): Analysis {
  const category = causeList.find((cause) => cause.code === code)?.category ?? 'configuration';
  const finding: Analysis['findings'][number] = { code, subject, severity: 'critical', message: 'x', evidence: ['ev-1'], ...(facts === undefined ? {} : { facts }) };
  return {
    schemaVersion: 1,
    bundle: 'test',
    verdict: 'identified',
    summary: 'x',
    causes: [{ rank: 1, code, category, subject, statement: 'x', confidence: 0.9, evidence: ['ev-1'], changes: [] }],
    findings: [finding],
    suspectChanges: [],
    affected: [],
    ruledOut: [],
    runbooks: [],
    diagnostics: [],
    basis: 'rules',
  };
}

/** The situation of one cause among these objects. */
export function scene(code: CauseCode, subject: Subject, objects: readonly KubernetesObject[], facts?: Analysis['findings'][number]['facts']): Situation {
  const situation = situationOf(analysisOf(code, subject, facts), viewOf(objects));
  if (situation === undefined) throw new Error('no situation');
  return situation;
}

/** The subject `kind shop/name`; a Node has no namespace. */
export function subjectOf(kind: string, name = 'cart', apiVersion = kind === 'Deployment' ? 'apps/v1' : 'v1'): Subject {
  return kind === 'Node' ? { apiVersion, kind, name } : { apiVersion, kind, namespace: 'shop', name };
}

/** What a list of candidates would do, in short: `type {arguments}` of each action. */
export function steps(candidates: readonly { readonly actions: readonly { readonly type: string; readonly arguments: unknown }[] }[]): unknown[] {
  return candidates.map((candidate) => candidate.actions.map(({ type, arguments: input }) => [type, input]));
}
