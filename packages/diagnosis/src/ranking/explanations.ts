import type { CauseCode } from '@auto-ops/contracts';

/**
 * How a cause must stand to a symptom to explain it:
 * `workload`: both touch the same workload; `subject`: both are about the same thing; `serves`: traffic or scaling leads from the symptom to
 * the cause's workload; `needs`: the symptom's workload mounts, uses or calls what the cause is about; `runsOn`: its
 * pods are on the cause's node; `cluster`: anywhere in the cluster.
 */
export type Along = 'workload' | 'subject' | 'serves' | 'needs' | 'runsOn' | 'cluster';

/** One row: any of `causes` explains any of `symptoms` where they stand like that. */
export interface Explanation {
  readonly symptoms: readonly CauseCode[];
  readonly causes: readonly CauseCode[];
  readonly along: readonly Along[];
}

/** Pods are not even created. */
const creation: readonly CauseCode[] = [
  'quota-exceeded',
  'limit-range-violated',
  'service-account-missing',
  'admission-webhook-down',
  'admission-denied',
];
/** Pods wait for a place or a volume. */
const placing: readonly CauseCode[] = [
  'unschedulable-resources',
  'unschedulable-selector',
  'unschedulable-taint',
  'unschedulable-affinity',
  'claim-unbound',
  'claim-missing',
  'storage-class-missing',
  'volume-mount-failed',
];
/** Containers do not start. */
const starting: readonly CauseCode[] = [
  'image-not-found',
  'image-pull-denied',
  'image-name-invalid',
  'config-key-missing',
  'configmap-missing',
  'secret-missing',
  'command-invalid',
];
/** Containers start and do not stay or do not get ready. */
const running: readonly CauseCode[] = [
  'out-of-memory',
  'probe-misconfigured',
  'probe-too-early',
  'rbac-denied',
  'certificate-expired',
  'dependency-address-wrong',
  'network-policy-blocks-dns',
  'network-policy-blocks-traffic',
  'selector-matches-nothing',
  'target-port-mismatch',
];
const nodes: readonly CauseCode[] = ['node-not-ready', 'node-pressure', 'node-cordoned'];
const narrow: readonly CauseCode[] = [...creation, ...placing, ...starting, ...running];
const wide: readonly CauseCode[] = ['application-crash', 'dependency-refused', 'external-outage'];
const ends: readonly CauseCode[] = ['rollout-stuck', 'job-backoff-limit', 'job-deadline-exceeded'];

/** Which cause explains which symptom, along which relation. */
export const explanations: readonly Explanation[] = [
  {
    symptoms: ends,
    causes: [...narrow, ...wide, 'configuration-changed', 'change-regression'],
    along: ['workload', 'needs'],
  },
  {
    symptoms: ['hpa-metrics-missing', 'hpa-at-maximum'],
    causes: [...narrow, ...wide, ...ends],
    along: ['serves', 'workload'],
  },
  {
    symptoms: ['application-crash'],
    causes: [...starting, ...running, 'dependency-refused', 'external-outage', 'volume-mount-failed'],
    along: ['workload'],
  },
  {
    symptoms: ['application-crash', 'dependency-refused'],
    causes: [...creation, ...placing, ...starting, ...running],
    along: ['needs'],
  },
  {
    symptoms: ['dependency-refused'],
    causes: [...narrow, ...nodes, 'application-crash'],
    along: ['subject', 'serves', 'workload'],
  },
  {
    symptoms: ['dependency-refused', 'dependency-address-wrong', 'application-crash', 'external-outage'],
    causes: ['network-policy-blocks-dns'],
    along: ['workload', 'needs'],
  },
  { symptoms: [...ends, 'hpa-metrics-missing'], causes: nodes, along: ['workload'] },
  {
    symptoms: [
      ...ends,
      'application-crash',
      'dependency-refused',
      'probe-misconfigured',
      'probe-too-early',
      'out-of-memory',
      'volume-mount-failed',
      'hpa-metrics-missing',
    ],
    causes: ['node-not-ready', 'node-pressure'],
    along: ['runsOn'],
  },
  {
    symptoms: ['probe-misconfigured', 'probe-too-early'],
    causes: [...starting, 'out-of-memory', 'dependency-refused', 'network-policy-blocks-dns'],
    along: ['workload'],
  },
  { symptoms: ['claim-unbound'], causes: ['storage-class-missing', 'quota-exceeded'], along: ['subject', 'workload'] },
  {
    symptoms: ['unschedulable-resources', 'unschedulable-affinity'],
    causes: ['claim-unbound', 'claim-missing', 'storage-class-missing'],
    along: ['needs', 'workload'],
  },
  { symptoms: ['unschedulable-taint', 'unschedulable-resources'], causes: nodes, along: ['cluster'] },
  {
    symptoms: ['admission-webhook-down'],
    causes: [...narrow, 'application-crash', 'dependency-refused', 'node-not-ready'],
    along: ['needs', 'serves'],
  },
  { symptoms: ['ingress-backend-missing'], causes: ['selector-matches-nothing'], along: ['serves'] },
  {
    symptoms: ['configuration-changed', 'change-regression'],
    causes: [...starting, ...running, ...placing, 'limit-range-violated', 'admission-denied'],
    along: ['workload'],
  },
  { symptoms: ['out-of-memory'], causes: ['node-pressure'], along: ['runsOn'] },
];
