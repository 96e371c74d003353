import { z } from 'zod';

const Parameter = z.object({ name: z.string(), value: z.coerce.string().optional() });

/** What is read of a node of a Workflow; everything else is left out. */
export const WorkflowNode = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().default(''),
  /** Pod, Suspend, DAG, TaskGroup, Retry, Skipped, Steps … */
  type: z.string(),
  templateName: z.string().default(''),
  /** Empty until the controller has looked at the node. */
  phase: z.string().default(''),
  boundaryID: z.string().optional(),
  message: z.string().optional(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
  outputs: z.object({ parameters: z.array(Parameter).optional() }).optional(),
});
export type WorkflowNode = z.infer<typeof WorkflowNode>;
