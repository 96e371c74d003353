import { z } from 'zod';

const Name = z.string().regex(/^[a-zA-Z0-9_-]+$/);

/** A parameter of the run, or an input of a template. */
export const InputParameter = z.strictObject({
  name: Name.meta({ description: 'Its name.' }),
  value: z.string().optional().meta({ description: 'What it is where nothing else is given.' }),
  description: noEffectText(),
});

/** What a task hands to its template. */
export const Argument = z.strictObject({
  name: Name.meta({ description: 'An input of the template.' }),
  value: z.string().meta({ description: 'Its value; references are replaced.' }),
});

/** What a template hands on. */
export const OutputParameter = z.strictObject({
  name: Name.meta({ description: 'Its name.' }),
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

function noEffectText() {
  return z.string().optional().meta({ description: 'For readers.', effect: false });
}
