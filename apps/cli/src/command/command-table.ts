import { configCheck } from '../commands/config-check.ts';
import { discover } from '../commands/discover.ts';
import { incidentApprove } from '../commands/incident-approve.ts';
import { incidentList } from '../commands/incident-list.ts';
import { incidentReject } from '../commands/incident-reject.ts';
import { incidentRetry } from '../commands/incident-retry.ts';
import { incidentShow } from '../commands/incident-show.ts';
import { investigate } from '../commands/investigate.ts';
import { record } from '../commands/record.ts';
import { replay } from '../commands/replay.ts';
import { serve } from '../commands/serve.ts';
import type { CommandDefinition } from './command-definition.ts';

/** Every command, in the order of the help. */
export const commandTable: readonly CommandDefinition[] = [
  serve,
  discover,
  investigate,
  record,
  replay,
  incidentList,
  incidentShow,
  incidentApprove,
  incidentReject,
  incidentRetry,
  configCheck,
];
