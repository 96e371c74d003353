import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `gateway`. */
export const gatewayErrors = {
  REQUEST_INVALID: {
    exit: 3,
    http: 422,
    title: 'The request is invalid',
    hint: 'Correct the named field; /openapi.json describes every request.',
  },
  REQUEST_TOO_LARGE: {
    exit: 3,
    http: 413,
    title: 'The request is too large',
    hint: 'Send less; the limit stands in the message.',
  },
  REQUEST_UNSUPPORTED: {
    exit: 3,
    http: 415,
    title: 'The content type is not supported',
    hint: 'Send application/json.',
  },
  AUTHENTICATION_FAILED: {
    exit: 4,
    http: 401,
    title: 'The credentials are missing or wrong',
    hint: 'Send `Authorization: Bearer <token>` with a token the gateway knows.',
  },
  PERMISSION_DENIED: {
    exit: 4,
    http: 403,
    title: 'The role does not allow this',
    hint: 'Use a token with the named role.',
  },
  ROUTE_UNKNOWN: { exit: 3, http: 404, title: 'There is no such address', hint: '/openapi.json lists every address.' },
  INCIDENT_UNKNOWN: {
    exit: 3,
    http: 404,
    title: 'There is no such incident',
    hint: '`auto-ops incident list` shows them all.',
  },
  OVERLOADED: {
    exit: 75,
    http: 503,
    title: 'The gateway is overloaded',
    hint: 'Send it again after the seconds in Retry-After; nothing was accepted.',
  },
  STORE_FAILED: {
    exit: 75,
    http: 503,
    title: 'The store cannot be written',
    hint: 'Free disk space; nothing was accepted.',
  },
  PORT_IN_USE: {
    exit: 4,
    http: 500,
    title: 'The port is in use',
    hint: 'Stop the other program or set AUTO_OPS_LISTEN to a free address.',
  },
  GATEWAY_UNREACHABLE: {
    exit: 75,
    http: 503,
    title: 'The gateway cannot be reached',
    hint: 'Start it with `auto-ops serve`, or set AUTO_OPS_URL.',
  },
} as const satisfies Record<string, ErrorDefinition>;
