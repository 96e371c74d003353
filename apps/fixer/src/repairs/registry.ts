// Generated from the folders beside it by `npm run generate`; do not edit.
import type { Repair } from '../repair.ts';
import { repair as admissionDenied } from './admission-denied/index.ts';
import { repair as admissionWebhookDown } from './admission-webhook-down/index.ts';
import { repair as applicationCrash } from './application-crash/index.ts';
import { repair as changeRegression } from './change-regression/index.ts';
import { repair as commandInvalid } from './command-invalid/index.ts';
import { repair as configKeyMissing } from './config-key-missing/index.ts';
import { repair as configmapMissing } from './configmap-missing/index.ts';
import { repair as configurationChanged } from './configuration-changed/index.ts';
import { repair as dependencyAddressWrong } from './dependency-address-wrong/index.ts';
import { repair as dependencyRefused } from './dependency-refused/index.ts';
import { repair as imageNameInvalid } from './image-name-invalid/index.ts';
import { repair as imageNotFound } from './image-not-found/index.ts';
import { repair as imagePullDenied } from './image-pull-denied/index.ts';
import { repair as ingressBackendMissing } from './ingress-backend-missing/index.ts';
import { repair as limitRangeViolated } from './limit-range-violated/index.ts';
import { repair as nodeCordoned } from './node-cordoned/index.ts';
import { repair as outOfMemory } from './out-of-memory/index.ts';
import { repair as probeMisconfigured } from './probe-misconfigured/index.ts';
import { repair as probeTooEarly } from './probe-too-early/index.ts';
import { repair as quotaExceeded } from './quota-exceeded/index.ts';
import { repair as rbacDenied } from './rbac-denied/index.ts';
import { repair as rolloutStuck } from './rollout-stuck/index.ts';
import { repair as secretMissing } from './secret-missing/index.ts';
import { repair as selectorMatchesNothing } from './selector-matches-nothing/index.ts';
import { repair as serviceAccountMissing } from './service-account-missing/index.ts';
import { repair as targetPortMismatch } from './target-port-mismatch/index.ts';
import { repair as unschedulableAffinity } from './unschedulable-affinity/index.ts';
import { repair as unschedulableResources } from './unschedulable-resources/index.ts';
import { repair as unschedulableSelector } from './unschedulable-selector/index.ts';
import { repair as unschedulableTaint } from './unschedulable-taint/index.ts';
import { repair as volumeMountFailed } from './volume-mount-failed/index.ts';

/** Every repair, in the order of the folder names. */
export const repairs: readonly Repair[] = [
  admissionDenied,
  admissionWebhookDown,
  applicationCrash,
  changeRegression,
  commandInvalid,
  configKeyMissing,
  configmapMissing,
  configurationChanged,
  dependencyAddressWrong,
  dependencyRefused,
  imageNameInvalid,
  imageNotFound,
  imagePullDenied,
  ingressBackendMissing,
  limitRangeViolated,
  nodeCordoned,
  outOfMemory,
  probeMisconfigured,
  probeTooEarly,
  quotaExceeded,
  rbacDenied,
  rolloutStuck,
  secretMissing,
  selectorMatchesNothing,
  serviceAccountMissing,
  targetPortMismatch,
  unschedulableAffinity,
  unschedulableResources,
  unschedulableSelector,
  unschedulableTaint,
  volumeMountFailed,
];
