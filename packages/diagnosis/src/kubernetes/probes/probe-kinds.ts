/** The kinds of probes, in the order in which they matter for a pod that does not come up. */
export const probeKinds = ['startup', 'liveness', 'readiness'] as const;

export type ProbeKind = (typeof probeKinds)[number];
