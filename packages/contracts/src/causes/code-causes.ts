import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `code`. */
export const codeCauses = [
  {
    code: 'application-crash',
    category: 'code',
    title: 'Application crashes',
    meaning: 'The program ends by itself with an error that no configuration, probe or platform cause explains.',
    subject: 'the workload',
    proves: 'A non-zero exit, restarts, and an exception or fatal line as the last words of the log.',
    rulesOut: 'A narrower cause of the same container.',
  },
  {
    code: 'change-regression',
    category: 'code',
    title: 'A change broke it',
    meaning: 'Errors began with a change of code that touches what fails.',
    subject: 'the component that fails first',
    proves: 'A change close before the onset, in or next to the failing component, whose text matches the errors.',
    rulesOut: 'The errors began before the change, or a decoy: the change touches nothing that fails.',
  },
] as const satisfies readonly CauseDefinition[];
