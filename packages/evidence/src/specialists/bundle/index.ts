import { AutoOpsError } from '@auto-ops/contracts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';

/** The replay source: hands on the evidence and coverage of the recorded bundle unchanged, at the time it was recorded. */
export const specialist: Specialist = {
  name: 'bundle',
  zone: 'source',
  isRoutine: false,
  kinds: ['document'],
  rights: [],
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const bundle = await request.readRecorded();
  if (bundle === undefined) throw new AutoOpsError('BUNDLE_UNREADABLE', 'this run has no recorded bundle');
  const { manifest, evidence } = bundle;
  return { evidence, coverage: manifest.coverage ?? [], capturedAt: manifest.capturedAt };
}
