import type { DeadLetter, DeadLetterOutcome } from '@auto-ops/contracts';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { journalIntake } from '../intake/journal-intake.ts';

type Parts = Pick<GatewayParts, 'store' | 'controller' | 'maintenance' | 'cluster' | 'now'>;

/**
 * Looks after an event that was given up. A Sensor gives a mere duplicate up, too: where the Workflow is there, nothing is done.
 * Everything else is compared with the store, whose loops repair it. Throws KUBERNETES_*.
 */
export async function repairLetter(parts: Parts, letter: DeadLetter): Promise<DeadLetterOutcome> {
  const { kind, id } = letter;
  if (kind === 'decision') return repairDecision(parts, `incident-${id}`);
  const workflow = kind === 'diagnose' ? `incident-${id}` : `${kind}-${id}`;
  if ((await parts.cluster?.hasWorkflow(workflow)) === true) return 'duplicate';
  if (kind === 'intake') return repairIntake(parts, letter);
  if (kind === 'incident' || kind === 'diagnose') return repairIncident(parts, workflow);
  return repairMaintenance(parts, workflow);
}

function repairIncident({ store, controller }: Parts, run: string): DeadLetterOutcome {
  const record = store.incidents.ofRun(run);
  if (record === undefined) return 'unknown';
  if (record.state === 'ended') return 'duplicate';
  controller.kick();
  return 'repaired';
}

function repairDecision({ store, controller }: Parts, run: string): DeadLetterOutcome {
  if (store.decisions.decision(run) === undefined) return 'unknown';
  if (store.incidents.ofRun(run)?.state === 'ended') return 'duplicate';
  controller.kick();
  return 'repaired';
}

function repairMaintenance({ store, maintenance }: Parts, run: string): DeadLetterOutcome {
  const record = store.maintenance.find(run);
  if (record === undefined) return 'unknown';
  if (record.endedAt !== undefined) return 'duplicate';
  void maintenance.kick();
  return 'repaired';
}

async function repairIntake(parts: Parts, { id, ids }: DeadLetter): Promise<DeadLetterOutcome> {
  if (ids === undefined || ids.delivery !== id) return 'unknown';
  await journalIntake(parts, ids);
  return 'repaired';
}
