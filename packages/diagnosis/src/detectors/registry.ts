// Generated from the folders beside it by `npm run generate`; do not edit.
import type { Detector } from '../detector.ts';
import { detector as admissionDenied } from './admission-denied/index.ts';
import { detector as admissionWebhookDown } from './admission-webhook-down/index.ts';
import { detector as applicationCrash } from './application-crash/index.ts';
import { detector as certificateExpired } from './certificate-expired/index.ts';
import { detector as claimMissing } from './claim-missing/index.ts';
import { detector as claimUnbound } from './claim-unbound/index.ts';
import { detector as commandInvalid } from './command-invalid/index.ts';
import { detector as configKeyMissing } from './config-key-missing/index.ts';
import { detector as configmapMissing } from './configmap-missing/index.ts';
import { detector as configurationChanged } from './configuration-changed/index.ts';
import { detector as dependencyAddressWrong } from './dependency-address-wrong/index.ts';
import { detector as dependencyRefused } from './dependency-refused/index.ts';
import { detector as externalOutage } from './external-outage/index.ts';
import { detector as hpaAtMaximum } from './hpa-at-maximum/index.ts';
import { detector as hpaMetricsMissing } from './hpa-metrics-missing/index.ts';
import { detector as imageNameInvalid } from './image-name-invalid/index.ts';
import { detector as imageNotFound } from './image-not-found/index.ts';
import { detector as imagePullDenied } from './image-pull-denied/index.ts';
import { detector as ingressBackendMissing } from './ingress-backend-missing/index.ts';
import { detector as jobBackoffLimit } from './job-backoff-limit/index.ts';
import { detector as jobDeadlineExceeded } from './job-deadline-exceeded/index.ts';
import { detector as limitRangeViolated } from './limit-range-violated/index.ts';
import { detector as networkPolicyBlocksDns } from './network-policy-blocks-dns/index.ts';
import { detector as networkPolicyBlocksTraffic } from './network-policy-blocks-traffic/index.ts';
import { detector as nodeCordoned } from './node-cordoned/index.ts';
import { detector as nodeNotReady } from './node-not-ready/index.ts';
import { detector as nodePressure } from './node-pressure/index.ts';
import { detector as outOfMemory } from './out-of-memory/index.ts';
import { detector as probeMisconfigured } from './probe-misconfigured/index.ts';
import { detector as probeTooEarly } from './probe-too-early/index.ts';
import { detector as quotaExceeded } from './quota-exceeded/index.ts';
import { detector as rbacDenied } from './rbac-denied/index.ts';
import { detector as rolloutStuck } from './rollout-stuck/index.ts';
import { detector as secretMissing } from './secret-missing/index.ts';
import { detector as selectorMatchesNothing } from './selector-matches-nothing/index.ts';
import { detector as serviceAccountMissing } from './service-account-missing/index.ts';
import { detector as storageClassMissing } from './storage-class-missing/index.ts';
import { detector as targetPortMismatch } from './target-port-mismatch/index.ts';
import { detector as unschedulableAffinity } from './unschedulable-affinity/index.ts';
import { detector as unschedulableResources } from './unschedulable-resources/index.ts';
import { detector as unschedulableSelector } from './unschedulable-selector/index.ts';
import { detector as unschedulableTaint } from './unschedulable-taint/index.ts';
import { detector as volumeMountFailed } from './volume-mount-failed/index.ts';

/** Every detector, in the order of the folder names. */
export const detectors: readonly Detector[] = [
  admissionDenied,
  admissionWebhookDown,
  applicationCrash,
  certificateExpired,
  claimMissing,
  claimUnbound,
  commandInvalid,
  configKeyMissing,
  configmapMissing,
  configurationChanged,
  dependencyAddressWrong,
  dependencyRefused,
  externalOutage,
  hpaAtMaximum,
  hpaMetricsMissing,
  imageNameInvalid,
  imageNotFound,
  imagePullDenied,
  ingressBackendMissing,
  jobBackoffLimit,
  jobDeadlineExceeded,
  limitRangeViolated,
  networkPolicyBlocksDns,
  networkPolicyBlocksTraffic,
  nodeCordoned,
  nodeNotReady,
  nodePressure,
  outOfMemory,
  probeMisconfigured,
  probeTooEarly,
  quotaExceeded,
  rbacDenied,
  rolloutStuck,
  secretMissing,
  selectorMatchesNothing,
  serviceAccountMissing,
  storageClassMissing,
  targetPortMismatch,
  unschedulableAffinity,
  unschedulableResources,
  unschedulableSelector,
  unschedulableTaint,
  volumeMountFailed,
];
