import type { CommandOption } from '../command/command-definition.ts';
import { clusterOptions } from './cluster-options.ts';

/** What the commands that look at a cluster can be asked about. */
export const liveOptions: readonly CommandOption[] = [
  {
    flags: '--alert <file>',
    summary: 'An alert: one Alert, or the body of an Alertmanager notification, as JSON; - for standard input.',
  },
  { flags: '--target <object>', summary: 'An object, for example deployment/cart.' },
  { flags: '-n, --namespace <name>', summary: 'Its namespace, and where to look.' },
  ...clusterOptions,
];
