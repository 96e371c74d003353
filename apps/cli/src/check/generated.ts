// Generated from the config schemas of the apps by `npm run generate`; do not edit.
import type { KnownVariable } from './known-variable.ts';

/** Every variable that some app reads. */
export const knownVariables: readonly KnownVariable[] = [
  {"name":"AUTO_OPS_ACTIVE_RUNS","secret":false},
  {"name":"AUTO_OPS_APPLY_KUBECONFIG","secret":false},
  {"name":"AUTO_OPS_BUNDLES","secret":false},
  {"name":"AUTO_OPS_CLUSTER","secret":false},
  {"name":"AUTO_OPS_DATA","secret":false},
  {"name":"AUTO_OPS_DECISION_KEY","secret":true},
  {"name":"AUTO_OPS_DECISION_PUBLIC_KEYS","secret":false},
  {"name":"AUTO_OPS_EDIT_PATHS","secret":false},
  {"name":"AUTO_OPS_HOOK_TOKENS","secret":true},
  {"name":"AUTO_OPS_KUBECONFIG","secret":false},
  {"name":"AUTO_OPS_KUBE_CONTEXT","secret":false},
  {"name":"AUTO_OPS_LISTEN","secret":false},
  {"name":"AUTO_OPS_LOG_LEVEL","secret":false},
  {"name":"AUTO_OPS_MAX_BODY_BYTES","secret":false},
  {"name":"AUTO_OPS_MODEL_KEY","secret":true},
  {"name":"AUTO_OPS_MODEL_URL","secret":false},
  {"name":"AUTO_OPS_PARALLELISM","secret":false},
  {"name":"AUTO_OPS_POLICY_LIMITS","secret":false},
  {"name":"AUTO_OPS_PROGRAMS","secret":false},
  {"name":"AUTO_OPS_REHEARSE_KUBECONFIG","secret":false},
  {"name":"AUTO_OPS_RUN","secret":false},
  {"name":"AUTO_OPS_RUN_API","secret":false},
  {"name":"AUTO_OPS_RUN_API_TOKEN","secret":true},
  {"name":"AUTO_OPS_TEMPLATE","secret":false},
  {"name":"AUTO_OPS_TOKEN","secret":true},
  {"name":"AUTO_OPS_TOKENS","secret":true},
  {"name":"AUTO_OPS_URL","secret":false},
  {"name":"PATH","secret":false},
];
