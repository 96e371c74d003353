/** The contract of the package: secrets become stable, irreversible tags. */
export { createRedactor } from './create-redactor.ts';
export type { Redactor } from './redactor.ts';
