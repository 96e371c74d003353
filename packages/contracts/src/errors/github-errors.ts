import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `github`. */
export const githubErrors = {
  GITHUB_UNREACHABLE: {
    exit: 75,
    http: 503,
    title: 'GitHub cannot be reached',
    hint: 'Check AUTO_OPS_GITHUB_API, the network policies and the status of GitHub; it is tried again.',
  },
  GITHUB_LIMITED: {
    exit: 75,
    http: 503,
    title: 'GitHub asks to wait',
    hint: 'Nothing has to be done: it is read after the time in the message. A token has more requests an hour than none.',
  },
  GITHUB_REFUSED: {
    exit: 4,
    http: 502,
    title: 'GitHub refuses the credentials',
    hint: 'Renew AUTO_OPS_GITHUB_TOKEN; it needs to read metadata, issues, pull requests, actions and contents.',
  },
  GITHUB_MISSING: {
    exit: 3,
    http: 404,
    title: 'GitHub does not have it',
    hint: 'It was deleted, or AUTO_OPS_GITHUB_TOKEN may not read that repository.',
  },
  GITHUB_FAILED: {
    exit: 75,
    http: 502,
    title: 'GitHub answered with an error',
    hint: 'See its words in the message; it is tried again.',
  },
} as const satisfies Record<string, ErrorDefinition>;
