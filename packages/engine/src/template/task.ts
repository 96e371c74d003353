import { z } from 'zod';
import { Argument } from './argument.ts';

/** One node of a graph. */
export const Task = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'Unique in the graph; the display name of its node.' }),
  template: z.string().meta({ description: 'The template that it runs; a graph may be nested.' }),
  depends: z.string().optional().meta({
    description:
      'Over `<task>`, `<task>.Succeeded`, `.Failed`, `.Errored`, `.Skipped`, `.Omitted`, `.AnySucceeded`, `.AllFailed`, `.Daemoned` with `&&`, `||`, `!`. A bare name is succeeded or skipped. False: the task is omitted.',
  }),
  when: z.string().optional().meta({
    description:
      'Comparisons of quoted texts with `==`, `!=`, `&&`, `||`, `!`; references are replaced. False: the task is skipped.',
  }),
  withParam: z.string().optional().meta({
    description:
      'A JSON list of texts: the task runs once for each, as `{{item}}`, in parallel. An empty list: the task is skipped.',
  }),
  arguments: z.strictObject({ parameters: z.array(Argument) }).optional(),
});
export type Task = z.infer<typeof Task>;
