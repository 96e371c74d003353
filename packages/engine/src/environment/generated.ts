// Generated from the config schemas of the step apps by `npm run generate`; do not edit.
import type { StepVariable } from './step-variable.ts';

/** Every variable that a step app reads. */
export const stepVariables: readonly StepVariable[] = [
  {"app":"actuator","env":"AUTO_OPS_KUBECONFIG","secret":false,"zones":["rehearse","apply","undo"]},
  {"app":"actuator","env":"AUTO_OPS_REHEARSE_KUBECONFIG","secret":false,"zones":["rehearse"]},
  {"app":"actuator","env":"AUTO_OPS_APPLY_KUBECONFIG","secret":false,"zones":["apply","undo"]},
  {"app":"actuator","env":"AUTO_OPS_KUBE_CONTEXT","secret":false,"zones":["rehearse","apply","undo"]},
  {"app":"actuator","env":"AUTO_OPS_RUN_API","secret":false,"zones":["rehearse","propose","decide","apply","verify","report"]},
  {"app":"actuator","env":"AUTO_OPS_RUN_API_TOKEN","secret":true,"zones":["rehearse","propose","decide","apply","verify","report"]},
  {"app":"actuator","env":"AUTO_OPS_DECISION_PUBLIC_KEYS","secret":false,"zones":["decide","apply"]},
  {"app":"actuator","env":"AUTO_OPS_RUN","secret":false,"zones":null},
  {"app":"actuator","env":"AUTO_OPS_POLICY_LIMITS","secret":false,"zones":["rehearse","apply"]},
  {"app":"actuator","env":"AUTO_OPS_EDIT_PATHS","secret":false,"zones":["rehearse","apply"]},
  {"app":"actuator","env":"PATH","secret":false,"zones":["rehearse","apply"]},
  {"app":"actuator","env":"AUTO_OPS_LOG_LEVEL","secret":false,"zones":null},
];
