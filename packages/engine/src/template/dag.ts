import { z } from 'zod';
import { Task } from './task.ts';

/** A graph of tasks. Every branch runs to its end; a failed task fails the graph unless a later one depends on that failure. */
export const Dag = z.strictObject({ tasks: z.array(Task).min(1) });
export type Dag = z.infer<typeof Dag>;
