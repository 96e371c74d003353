import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `policy`. */
export const policyErrors = {
  ACTION_UNKNOWN: {
    exit: 3,
    http: 422,
    title: 'The action is not in the catalogue',
    hint: 'Use an action of docs/reference/actions.md.',
  },
  ACTION_ARGUMENTS_INVALID: {
    exit: 3,
    http: 422,
    title: 'The arguments do not fit the action',
    hint: 'Correct the named argument.',
  },
  ACTION_FORBIDDEN: { exit: 3, http: 403, title: 'Policy never allows this', hint: 'A person has to do it by hand.' },
  DECISION_INVALID: {
    exit: 3,
    http: 403,
    title: 'The decision does not count',
    hint: 'A new decision for the current plan hash is needed.',
  },
  DECISION_MISSING: {
    exit: 75,
    http: 409,
    title: 'There is no decision yet',
    hint: 'Approve or reject the proposal; being woken is not an approval.',
  },
  TARGET_CHANGED: {
    exit: 3,
    http: 409,
    title: 'The target changed since it was rehearsed',
    hint: 'Retry the incident: a new plan is made from the present state.',
  },
  FREEZE_ACTIVE: {
    exit: 75,
    http: 423,
    title: 'Changes are frozen',
    hint: 'Wait for the end of the freeze or lift it.',
  },
} as const satisfies Record<string, ErrorDefinition>;
