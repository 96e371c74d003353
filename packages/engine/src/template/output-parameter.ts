import { z } from 'zod';
import { noEffect } from './no-effect.ts';
import { ParameterName } from './parameter-name.ts';

/** What a template hands on. */
export const OutputParameter = z.strictObject({
  name: ParameterName.meta({ description: 'Its name.' }),
  globalName: noEffect('The name under which the whole Workflow shows it.'),
  valueFrom: z.strictObject({
    path: z.string().optional().meta({
      description: 'The file that holds it, at most 256 bytes, below a writable mount; a last newline is cut.',
    }),
    supplied: z
      .strictObject({})
      .optional()
      .meta({ description: 'Given from outside, for a suspension; this engine always takes the default.' }),
    default: z
      .string()
      .meta({ description: 'Required: what it is where the file is missing, or the step was skipped or omitted.' }),
  }),
});
export type OutputParameter = z.infer<typeof OutputParameter>;
