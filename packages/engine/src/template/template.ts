import { z } from 'zod';
import { Container } from './container.ts';
import { Dag } from './dag.ts';
import { InputParameter } from './input-parameter.ts';
import { noEffect } from './no-effect.ts';
import { OutputParameter } from './output-parameter.ts';
import { RetryStrategy } from './retry-strategy.ts';

/** A step, a graph or a suspension. */
export const Template = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'Unique in the file.' }),
  inputs: z.strictObject({ parameters: z.array(InputParameter) }).optional(),
  outputs: z.strictObject({ parameters: z.array(OutputParameter) }).optional(),
  container: Container.optional(),
  dag: Dag.optional(),
  suspend: z
    .strictObject({
      duration: z
        .string()
        .optional()
        .meta({ description: 'When it is over, the run goes on; without it the run waits for a decision for ever.' }),
    })
    .optional(),
  synchronization: z
    .strictObject({
      mutexes: z
        .array(
          z.strictObject({
            name: z.string().meta({ description: 'References are replaced. Shared by all runs of this engine.' }),
          }),
        )
        .length(1),
    })
    .optional()
    .meta({ description: 'On a graph only: held from its first task to its last.' }),
  retryStrategy: RetryStrategy.optional(),
  activeDeadlineSeconds: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'On a container: the process is ended, and the step has failed.' }),
  metadata: noEffect('Labels and annotations of the pod.'),
  serviceAccountName: noEffect('There is no API server to talk to as somebody.'),
  automountServiceAccountToken: noEffect('There is no token.'),
  securityContext: noEffect('A step runs as the user who runs the engine.'),
  affinity: noEffect('There is one machine.'),
  nodeSelector: noEffect('There is one machine.'),
  tolerations: noEffect('There is one machine.'),
});
export type Template = z.infer<typeof Template>;
