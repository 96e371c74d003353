import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `engine`. */
export const engineErrors = {
  TEMPLATE_UNSUPPORTED: {
    exit: 4,
    http: 500,
    title: 'The workflow template uses a field this engine does not know',
    hint: 'Remove the field at the named path, or run the template under Argo.',
  },
  TEMPLATE_INVALID: {
    exit: 4,
    http: 500,
    title: 'The workflow template is invalid',
    hint: 'Correct the named path of the template.',
  },
  RUN_UNKNOWN: { exit: 3, http: 404, title: 'There is no such run', hint: 'List the incidents to find the right one.' },
  RUN_STATE_INVALID: {
    exit: 3,
    http: 409,
    title: 'The run is not in a state for this',
    hint: 'Look at the incident; it may have ended or been decided already.',
  },
  ENGINE_RUNNING: {
    exit: 75,
    http: 503,
    title: 'Another engine uses the data folder',
    hint: 'Stop the other process, or choose another data folder.',
  },
  ENGINE_STALLED: {
    exit: 75,
    http: 503,
    title: 'Runs do not go on',
    hint: 'Read the last errors of the log of the gateway; alerts are still taken and kept.',
  },
  STEP_BUNDLE_MISSING: { exit: 4, http: 500, title: 'The program of a step is missing', hint: 'Run `npm run build`.' },
} as const satisfies Record<string, ErrorDefinition>;
