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
  {"app":"analyst","env":"AUTO_OPS_REPOSITORY","secret":false,"zones":["route"]},
  {"app":"analyst","env":"AUTO_OPS_LOG_LEVEL","secret":false,"zones":null},
  {"app":"collector","env":"AUTO_OPS_KUBECONFIG","secret":false,"zones":["cluster"]},
  {"app":"collector","env":"AUTO_OPS_KUBE_CONTEXT","secret":false,"zones":["cluster"]},
  {"app":"collector","env":"AUTO_OPS_REPOSITORY","secret":false,"zones":["source"]},
  {"app":"collector","env":"AUTO_OPS_REDACTION_KEY","secret":true,"zones":null},
  {"app":"collector","env":"AUTO_OPS_OBSERVE_SECONDS","secret":false,"zones":null},
  {"app":"collector","env":"PATH","secret":false,"zones":["source"]},
  {"app":"collector","env":"AUTO_OPS_LOG_LEVEL","secret":false,"zones":null},
  {"app":"fixer","env":"AUTO_OPS_CHECK_COMMAND","secret":false,"zones":["check"]},
  {"app":"fixer","env":"AUTO_OPS_CHECK_DISCOVER","secret":false,"zones":["check"]},
  {"app":"fixer","env":"AUTO_OPS_CHECK_SECONDS","secret":false,"zones":["check"]},
  {"app":"fixer","env":"PATH","secret":false,"zones":["fix","check"]},
  {"app":"fixer","env":"AUTO_OPS_LOG_LEVEL","secret":false,"zones":null},
];
