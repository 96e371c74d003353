import type { CauseCode, Finding } from '@auto-ops/contracts';
import { epochOf } from '../order/epoch-of.ts';
import type { RankedChange } from './rank-changes.ts';

/** What a revision must have changed to have brought a cause about; codes that are absent accuse no revision. */
const relevant: Partial<Readonly<Record<CauseCode, RegExp>>> = {
  'image-not-found': /: image\b/,
  'image-pull-denied': /: image\b|imagePullSecrets|serviceAccountName/,
  'image-name-invalid': /: image\b/,
  'command-invalid': /: (image|command|args)\b/,
  'config-key-missing': /: (image|env|envFrom)\b|volumes/,
  'configmap-missing': /: (env|envFrom|volumeMounts)\b|volumes/,
  'secret-missing': /: (env|envFrom|volumeMounts)\b|volumes|imagePullSecrets/,
  'service-account-missing': /serviceAccountName/,
  'probe-misconfigured': /: (livenessProbe|readinessProbe|startupProbe|image|ports|args|command|env)\b/,
  'probe-too-early': /: (livenessProbe|readinessProbe|startupProbe|image)\b/,
  'out-of-memory': /: (resources|image|env|args)\b/,
  'unschedulable-resources': /: resources\b/,
  'unschedulable-selector': /nodeSelector|affinity/,
  'unschedulable-affinity': /affinity|topologySpreadConstraints/,
  'unschedulable-taint': /tolerations|nodeSelector|affinity/,
  'limit-range-violated': /: resources\b/,
  'quota-exceeded': /: resources\b/,
  'admission-denied': /securityContext|hostNetwork|volumes|: image\b/,
  'claim-missing': /volumes/,
  'volume-mount-failed': /volumes|: volumeMounts\b/,
  'dependency-address-wrong': /: (env|envFrom|args|command|image)\b/,
  'target-port-mismatch': /: ports\b/,
  'application-crash': /: (image|command|args|env|envFrom)\b/,
  'configuration-changed': /./,
};
/** A change this long before the first failure is no longer its neighbour. */
const longest = 2 * 3_600_000;
const slack = 90_000;

/** Ids of the changes that a cause accuses: those on its own subject or workload that changed what the cause is about. */
export function accusedChanges(
  finding: Finding,
  keys: { readonly key: string; readonly workload: string; readonly touches: ReadonlySet<string> },
  ranked: readonly RankedChange[],
  onset: number,
): readonly string[] {
  const began = epochOf(finding.since) ?? onset;
  return ranked
    .filter(({ change }) => {
      if (change.at > began + slack || change.at < began - longest) return false;
      if (change.kind === 'revision') {
        const pattern = relevant[finding.code];
        return (
          change.keys.includes(keys.workload) &&
          pattern !== undefined &&
          change.texts.some(({ text }) => pattern.test(text))
        );
      }
      return (change.kind === 'configuration' || change.kind === 'node') && change.keys.includes(keys.key);
    })
    .map(({ change }) => change.id)
    .slice(0, 3);
}
