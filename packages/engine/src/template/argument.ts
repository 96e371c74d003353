import { z } from 'zod';
import { ParameterName } from './parameter-name.ts';

/** What a task hands to its template. */
export const Argument = z.strictObject({
  name: ParameterName.meta({ description: 'An input of the template.' }),
  value: z.string().meta({ description: 'Its value; references are replaced.' }),
});
