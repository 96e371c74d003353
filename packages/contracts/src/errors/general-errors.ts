import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `general`. */
export const generalErrors = {
  DEFECT: {
    exit: 1,
    http: 500,
    title: 'Unexpected failure',
    hint: 'Report it with the log of this run; the run itself can be retried.',
  },
  USAGE_INVALID: { exit: 2, http: 400, title: 'Wrong usage', hint: 'Run the command with --help.' },
  CONFIGURATION_INVALID: {
    exit: 4,
    http: 500,
    title: 'Configuration is invalid',
    hint: 'Correct the named variables; `auto-ops config check` lists them all.',
  },
  CONFIGURATION_UNKNOWN: {
    exit: 4,
    http: 500,
    title: 'Unknown configuration variable',
    hint: 'Correct the spelling; docs/reference/environment.md lists every variable.',
  },
  RUNTIME_TOO_OLD: { exit: 4, http: 500, title: 'Node.js is too old', hint: 'Use Node.js 24 or newer.' },
} as const satisfies Record<string, ErrorDefinition>;
