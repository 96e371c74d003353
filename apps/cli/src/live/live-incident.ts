import { AutoOpsError, Incident } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { CommandCall } from '../command/command-definition.ts';
import { readAlerts } from './read-alerts.ts';
import { readTarget } from './read-target.ts';

const hour = 3_600_000;

/** The incident that the words and options of a command ask about. Throws USAGE_INVALID where they ask about nothing. */
export function liveIncident(call: CommandCall, question: string | undefined, now: Date): Incident {
  const { alert, target, namespace } = call.options;
  const receivedAt = now.toISOString();
  const alerts = typeof alert === 'string' ? readAlerts(alert, receivedAt, nodeCryptography) : [];
  const place = typeof namespace === 'string' ? namespace : undefined;
  if (alerts.length === 0 && typeof target !== 'string' && question === undefined && place === undefined) {
    throw new AutoOpsError(
      'USAGE_INVALID',
      'ask about something: an alert (--alert), an object (--target), a namespace (-n) or a question',
    );
  }
  const began = alerts.map((entry) => Date.parse(entry.startsAt ?? receivedAt));
  const identity = nodeCryptography.sha256(JSON.stringify([receivedAt, alert, target, namespace, question]));
  return Incident.parse({
    schemaVersion: 1,
    id: identity.slice(0, 10),
    title: alerts[0]?.name ?? question?.slice(0, 120) ?? String(target ?? place),
    severity: 'warning',
    createdAt: receivedAt,
    fingerprint: identity,
    mode: 'live',
    alerts,
    ...(question === undefined ? {} : { question }),
    ...(place === undefined ? {} : { scope: { namespaces: [place] } }),
    ...(typeof target === 'string' ? { target: readTarget(target, place) } : {}),
    window: { from: new Date(Math.min(now.getTime(), ...began) - hour).toISOString(), to: receivedAt },
  });
}
