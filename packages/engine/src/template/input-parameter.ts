import { z } from 'zod';
import { noEffect } from './no-effect.ts';
import { ParameterName } from './parameter-name.ts';

/** A parameter of the run, or an input of a template. */
export const InputParameter = z.strictObject({
  name: ParameterName.meta({ description: 'Its name.' }),
  value: z.string().optional().meta({ description: 'What it is where nothing else is given.' }),
  enum: noEffect('The words that a form offers.'),
  description: z.string().optional().meta({ description: 'For readers.', effect: false }),
});
