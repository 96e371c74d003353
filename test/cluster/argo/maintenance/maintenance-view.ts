import type { Gateway } from '../gateway.ts';

interface View {
  readonly job: string;
  readonly last?: { run: string; state: string; reason?: string };
  readonly succeededAt?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each job has a result of its own, and the check says what it expects there.
  readonly result?: any;
}

/** What the gateway knows about a job. */
export async function maintenanceView(gateway: Gateway, job: string): Promise<View | undefined> {
  const { maintenance } = JSON.parse(await gateway.read('/api/v1/maintenance')) as { maintenance: View[] };
  return maintenance.find((one) => one.job === job);
}
