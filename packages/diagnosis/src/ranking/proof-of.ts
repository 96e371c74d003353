import type { CauseCode } from '@auto-ops/contracts';

/**
 * How directly evidence can prove each cause, 0 to 1: near 1 where the platform itself says so in so many words, lower
 * where it is read from logs or from what is missing, lowest for what is usually the effect of something narrower.
 */
const proof: Readonly<Record<CauseCode, number>> = {
  'image-not-found': 0.95,
  'image-pull-denied': 0.95,
  'image-name-invalid': 0.98,
  'config-key-missing': 0.94,
  'configmap-missing': 0.96,
  'secret-missing': 0.96,
  'service-account-missing': 0.96,
  'command-invalid': 0.95,
  'probe-misconfigured': 0.88,
  'probe-too-early': 0.85,
  'selector-matches-nothing': 0.9,
  'target-port-mismatch': 0.88,
  'ingress-backend-missing': 0.92,
  'rollout-stuck': 0.5,
  'job-backoff-limit': 0.55,
  'job-deadline-exceeded': 0.7,
  'configuration-changed': 0.65,
  'unschedulable-resources': 0.93,
  'unschedulable-selector': 0.93,
  'unschedulable-taint': 0.85,
  'unschedulable-affinity': 0.92,
  'out-of-memory': 0.95,
  'quota-exceeded': 0.96,
  'limit-range-violated': 0.95,
  'hpa-metrics-missing': 0.8,
  'hpa-at-maximum': 0.75,
  'network-policy-blocks-traffic': 0.78,
  'network-policy-blocks-dns': 0.82,
  'rbac-denied': 0.9,
  'admission-webhook-down': 0.95,
  'admission-denied': 0.94,
  'claim-unbound': 0.85,
  'claim-missing': 0.95,
  'storage-class-missing': 0.94,
  'volume-mount-failed': 0.9,
  'dependency-refused': 0.75,
  'dependency-address-wrong': 0.82,
  'application-crash': 0.6,
  'change-regression': 0.7,
  'node-not-ready': 0.95,
  'node-pressure': 0.9,
  'node-cordoned': 0.92,
  'certificate-expired': 0.92,
  'external-outage': 0.75,
};

/** The weight of a code's proof, 0 to 1. */
export function proofOf(code: CauseCode): number {
  return proof[code];
}
