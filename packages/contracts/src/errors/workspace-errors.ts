import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `workspace`. */
export const workspaceErrors = {
  DOCUMENT_MISSING: { exit: 3, http: 404, title: 'A document is missing', hint: 'Run the step that writes it first.' },
  DOCUMENT_INVALID: {
    exit: 3,
    http: 422,
    title: 'A document is invalid',
    hint: 'The named file and field do not fit the schema; run the step that wrote it again.',
  },
  DOCUMENT_TOO_LARGE: {
    exit: 3,
    http: 413,
    title: 'A document is too large',
    hint: 'Narrow the scope, or raise the limit of the collector.',
  },
  WORKSPACE_SYMLINK: {
    exit: 3,
    http: 422,
    title: 'A symbolic link lies in the workspace',
    hint: 'Remove the link; steps refuse to follow links.',
  },
  WORKSPACE_UNWRITABLE: {
    exit: 75,
    http: 503,
    title: 'The workspace cannot be written',
    hint: 'Free space on the volume or mend its permissions; the step can be started again.',
  },
  STEP_RUNNING: {
    exit: 75,
    http: 409,
    title: 'The step is running already',
    hint: 'Wait for the other process; it holds the lock of the step folder.',
  },
} as const satisfies Record<string, ErrorDefinition>;
