import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `bundle`. */
export const bundleErrors = {
  BUNDLE_UNREADABLE: {
    exit: 3,
    http: 422,
    title: 'A bundle cannot be read',
    hint: 'Name a folder (or .tar.gz) that holds bundle.json and evidence.ndjson.',
  },
  BUNDLE_LINE_INVALID: {
    exit: 3,
    http: 422,
    title: 'A line of evidence is invalid',
    hint: 'Correct the named line of evidence.ndjson.',
  },
  BUNDLE_MANIFEST_INVALID: {
    exit: 3,
    http: 422,
    title: 'bundle.json is invalid',
    hint: 'Correct the named field of bundle.json.',
  },
} as const satisfies Record<string, ErrorDefinition>;
