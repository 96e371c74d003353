import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `argo`. */
export const argoErrors = {
  ARGO_SERVER_UNREACHABLE: {
    exit: 75,
    http: 503,
    title: 'The Argo Server cannot be reached',
    hint: 'Check AUTO_OPS_ARGO_SERVER, the network policies and that the server is up.',
  },
  ARGO_SERVER_REFUSED: {
    exit: 4,
    http: 502,
    title: 'The Argo Server refuses the credentials',
    hint: 'Grant the account of the token get, update and patch on workflows in the namespace of the runs.',
  },
  ARGO_SERVER_FAILED: {
    exit: 75,
    http: 502,
    title: 'The Argo Server answered with an error',
    hint: 'See its words in the message; the request can be repeated.',
  },
  NODE_SELECTOR_EMPTY: {
    exit: 1,
    http: 500,
    title: 'A selector of nodes is empty',
    hint: 'Name the node by its id: an empty selector would match every suspended node.',
  },
  NODE_NOT_WAITING: {
    exit: 3,
    http: 409,
    title: 'No suspended node matches',
    hint: 'Read the workflow again: the node was decided already, or is not reached yet.',
  },
  EVENT_SOURCE_UNREACHABLE: {
    exit: 75,
    http: 503,
    title: 'The event source took no event',
    hint: 'Check AUTO_OPS_EVENTS_URL, the token and the EventSource; the event is repeated.',
  },
} as const satisfies Record<string, ErrorDefinition>;
