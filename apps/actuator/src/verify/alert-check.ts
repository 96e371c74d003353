import type { CheckResult } from '@auto-ops/contracts';
import { asAutoOpsError, type RunApi } from '@auto-ops/runtime';

/** What the alerts say by now. It decides nothing: a source often takes minutes to say that an alert is over. */
export async function alertCheck(api: RunApi | undefined, run: string): Promise<CheckResult> {
  const name = 'alerts-resolved';
  if (api === undefined) return { name, result: 'not-run', detail: 'No run API is configured.' };
  try {
    const { alerts } = await api.alerts(run);
    const firing = alerts.filter((alert) => alert.status === 'firing').map((alert) => alert.name);
    if (alerts.length === 0) return { name, result: 'not-run', detail: 'No alert belongs to this incident.' };
    if (firing.length === 0) return { name, result: 'passed', detail: 'Every alert was reported as resolved.' };
    return {
      name,
      result: 'not-run',
      detail: `Not reported as resolved yet: ${[...new Set(firing)].join(', ')}`.slice(0, 4000),
    };
  } catch (error) {
    return { name, result: 'not-run', detail: asAutoOpsError(error).message.slice(0, 4000) };
  }
}
