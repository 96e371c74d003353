import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { WorkflowNode } from './workflow-node.ts';

const Nodes = z.record(z.string(), WorkflowNode);
// Larger than the controller ever packs; a bomb ends as an invalid document.
const unpackedLimit = 64 * 1024 * 1024;

const Status = z
  .object({
    phase: z.string().default(''),
    message: z.string().optional(),
    startedAt: z.string().nullish(),
    finishedAt: z.string().nullish(),
    nodes: Nodes.optional(),
    /** Base64 of gzip, where the nodes would make the object too large. */
    compressedNodes: z.string().optional(),
  })
  .transform(({ nodes, compressedNodes, ...status }, context) => {
    if (nodes !== undefined || compressedNodes === undefined) return { ...status, nodes: nodes ?? {} };
    try {
      const text = gunzipSync(Buffer.from(compressedNodes, 'base64'), { maxOutputLength: unpackedLimit });
      return { ...status, nodes: Nodes.parse(JSON.parse(text.toString('utf8'))) };
    } catch {
      context.addIssue({ code: 'custom', path: ['compressedNodes'], message: 'cannot be unpacked' });
      return z.NEVER;
    }
  });

/** What is read of an Argo Workflow; everything else is left out. */
export const Workflow = z.object({
  metadata: z.object({
    name: z.string(),
    uid: z.string(),
    resourceVersion: z.string(),
    creationTimestamp: z.string(),
    deletionTimestamp: z.string().optional(),
    labels: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({ shutdown: z.string().optional(), suspend: z.boolean().optional() }).default({}),
  status: Status.default({ phase: '', nodes: {} }),
});
export type Workflow = z.infer<typeof Workflow>;
