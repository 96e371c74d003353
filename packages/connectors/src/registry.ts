// Generated from the folders beside it by `npm run generate`; do not edit.
import type { Connector } from './connector.ts';
import { connector as alertmanager } from './alertmanager/index.ts';
import { connector as github } from './github/index.ts';

/** Every connector, in the order of the folder names. */
export const connectors: readonly Connector[] = [
  alertmanager,
  github,
];
