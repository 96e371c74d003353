import type { Alert } from '@auto-ops/contracts';

/** Alerts that fire for ever to show that alerting works, or only to mute others. */
const notIncidents = new Set(['watchdog', 'infoinhibitor', 'deadmansswitch', 'deadmanssnitch', 'heartbeat']);
const testName = /(^|[^a-z])(test|testing|dummy)([^a-z]|$)|^test[A-Z]|[a-z](Test|TestAlert)$/;
const testWords = /\b(this is (just |only )?a test|test (alert|notification|page)|please ignore)\b/i;
const yes = new Set(['true', 'yes', '1']);

/** Whether an alert says of itself that it is no incident: a watchdog, an inhibitor or a test. */
export function isTestAlert(alert: Alert): boolean {
  if (notIncidents.has(alert.name.toLowerCase().replace(/[^a-z]/g, ''))) return true;
  if (testName.test(alert.name)) return true;
  if (yes.has((alert.labels.test ?? alert.labels.is_test ?? '').toLowerCase())) return true;
  if ((alert.labels.severity ?? alert.severity ?? '').toLowerCase() === 'test') return true;
  const texts = [alert.summary, alert.description, alert.annotations.summary, alert.annotations.description];
  return texts.some((text) => text !== undefined && testWords.test(text));
}
