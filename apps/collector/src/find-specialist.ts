import { AutoOpsError } from '@auto-ops/contracts';
import { type Specialist, specialists } from '@auto-ops/evidence';

/** The specialist of a name, if it belongs to the zone the process runs in; throws USAGE_INVALID. */
export function findSpecialist(name: string | undefined, zone: string | undefined): Specialist {
  const found = specialists.find((specialist) => specialist.name === name);
  if (found === undefined) {
    const names = specialists.map((specialist) => specialist.name).join(', ');
    throw new AutoOpsError('USAGE_INVALID', `there is no specialist ${JSON.stringify(name)}; there are ${names}`);
  }
  if (found.zone !== zone) {
    throw new AutoOpsError(
      'USAGE_INVALID',
      `the specialist ${found.name} belongs to the zone ${found.zone}, not ${zone}`,
    );
  }
  return found;
}
