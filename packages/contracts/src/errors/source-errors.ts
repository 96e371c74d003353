import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `source`. */
export const sourceErrors = {
  REPOSITORY_UNUSABLE: {
    exit: 3,
    http: 422,
    title: 'The repository cannot be used',
    hint: 'See what git said; the checkout must be a plain git repository with a commit.',
  },
  REPOSITORY_UNREACHABLE: {
    exit: 75,
    http: 503,
    title: 'The repository cannot be fetched',
    hint: 'See what git said: check the address, the network, and that the token may read.',
  },
  EDIT_IMPOSSIBLE: {
    exit: 3,
    http: 422,
    title: 'An edit does not fit its file',
    hint: 'Make the edit again from the present text of the file.',
  },
} as const satisfies Record<string, ErrorDefinition>;
