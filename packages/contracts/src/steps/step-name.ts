import { z } from 'zod';

/** The steps of a run, in the order of the chain; each is a command of one app. */
export const StepName = z.enum([
  'route',
  'collect',
  'analyse',
  'fix',
  'rehearse',
  'check',
  'review',
  'propose',
  'decide',
  'apply',
  'observe',
  'verify',
  'undo',
  'report',
]);
export type StepName = z.infer<typeof StepName>;
