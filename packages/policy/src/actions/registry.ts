// Generated from the folders beside it by `npm run generate`; do not edit.
import type { ActionDefinition } from '../action-definition.ts';
import { action as cordon } from './cordon/index.ts';
import { action as deletePod } from './delete-pod/index.ts';
import { action as editSource } from './edit-source/index.ts';
import { action as expandClaim } from './expand-claim/index.ts';
import { action as resume } from './resume/index.ts';
import { action as rolloutRestart } from './rollout-restart/index.ts';
import { action as rolloutUndo } from './rollout-undo/index.ts';
import { action as scale } from './scale/index.ts';
import { action as setBackend } from './set-backend/index.ts';
import { action as setCommand } from './set-command/index.ts';
import { action as setEnvironment } from './set-environment/index.ts';
import { action as setImage } from './set-image/index.ts';
import { action as setKeyReference } from './set-key-reference/index.ts';
import { action as setNodeSelector } from './set-node-selector/index.ts';
import { action as setPort } from './set-port/index.ts';
import { action as setProbe } from './set-probe/index.ts';
import { action as setResources } from './set-resources/index.ts';
import { action as setSelector } from './set-selector/index.ts';
import { action as setServiceAccount } from './set-service-account/index.ts';
import { action as suspend } from './suspend/index.ts';
import { action as uncordon } from './uncordon/index.ts';

/** Every action, in the order of the folder names. */
export const actions: readonly ActionDefinition[] = [
  cordon,
  deletePod,
  editSource,
  expandClaim,
  resume,
  rolloutRestart,
  rolloutUndo,
  scale,
  setBackend,
  setCommand,
  setEnvironment,
  setImage,
  setKeyReference,
  setNodeSelector,
  setPort,
  setProbe,
  setResources,
  setSelector,
  setServiceAccount,
  suspend,
  uncordon,
];
