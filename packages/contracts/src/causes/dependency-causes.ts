import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `dependency`. */
export const dependencyCauses = [
  {
    code: 'dependency-refused',
    category: 'dependency',
    title: 'Dependency refuses connections',
    meaning: 'A program cannot work because something it calls refuses or drops its connections.',
    subject: 'the dependency: its workload or Service, or a Component where the cluster does not hold it',
    proves:
      'Log lines with connection refused, no such host or time-outs to an address, together with a dependency that has no ready endpoint.',
    rulesOut: "The dependency is ready and answers, or the caller's address is wrong.",
  },
  {
    code: 'dependency-address-wrong',
    category: 'dependency',
    title: 'Address of a dependency is wrong',
    meaning: 'A program calls a host or port that does not exist.',
    subject: 'the workload that has the address',
    proves: 'Name look-up failures for a name that is no Service of the cluster, or a port that the Service lacks.',
    rulesOut: 'The name resolves.',
  },
] as const satisfies readonly CauseDefinition[];
