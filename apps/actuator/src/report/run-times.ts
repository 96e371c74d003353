import type { Report } from '@auto-ops/contracts';

type Times = NonNullable<Report['times']>;

/** How long the whole run took by the clocks of its steps, and how much of that was waiting, in milliseconds; never below zero. */
export function runTimes({ incident, steps, proposal, decision, createdAt }: Omit<Report, 'times'>): Times {
  const observed = steps.filter(({ step }) => step === 'observe');
  return {
    wholeMilliseconds: between(incident.createdAt, createdAt),
    ...(proposal !== undefined &&
      decision !== undefined && { decisionMilliseconds: between(proposal.createdAt, decision.issuedAt) }),
    ...(observed.length > 0 && {
      settlingMilliseconds:
        Math.max(...observed.map(({ endedAt }) => Date.parse(endedAt))) -
        Math.min(...observed.map(({ startedAt }) => Date.parse(startedAt))),
    }),
  };
}

function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
