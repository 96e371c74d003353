import type { Alert } from '@auto-ops/contracts';

/** Alerts that fire for ever to show that alerting works, or only to mute others. */
const notIncidents = new Set(['watchdog', 'infoinhibitor', 'deadmansswitch', 'deadmanssnitch', 'heartbeat']);
/** A name of nothing but such words is a test: `TestAlert`, `test-notification`; `SmokeTestFailed` is none. */
const testing = new Set(['test', 'testing', 'tests', 'dummy', 'example', 'fake']);
const general = new Set([
  'alert',
  'alerts',
  'alerting',
  'alertmanager',
  'notification',
  'page',
  'ping',
  'message',
  'incident',
  'rule',
  'only',
  'my',
  'a',
  'the',
  'this',
  'is',
  'please',
  'ignore',
]);
const testWords = /\b(this is (just |only )?a test|test (alert|notification|page)|please ignore)\b/i;
const yes = new Set(['true', 'yes', '1']);

/** Whether an alert says of itself that it is no incident: a watchdog, an inhibitor or a test. */
export function isTestAlert(alert: Alert): boolean {
  if (notIncidents.has(alert.name.toLowerCase().replace(/[^a-z]/g, ''))) return true;
  const words =
    alert.name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  if (words.some((word) => testing.has(word)) && words.every((word) => testing.has(word) || general.has(word)))
    return true;
  if (yes.has((alert.labels.test ?? alert.labels.is_test ?? '').toLowerCase())) return true;
  if ((alert.labels.severity ?? alert.severity ?? '').toLowerCase() === 'test') return true;
  const texts = [alert.summary, alert.description, alert.annotations.summary, alert.annotations.description];
  return texts.some((text) => text !== undefined && testWords.test(text));
}
