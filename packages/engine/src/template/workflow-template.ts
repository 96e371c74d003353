import { z } from 'zod';
import { InputParameter } from './input-parameter.ts';
import { noEffect } from './no-effect.ts';
import { Template } from './template.ts';

const Volume = z.strictObject({
  name: z.string().meta({ description: 'What a mount names.' }),
  configMap: z
    .strictObject({
      name: z.string().meta({ description: '`incident-<id>`: the folder with the incident, written by the engine.' }),
    })
    .optional(),
  emptyDir: z
    .unknown()
    .optional()
    .meta({ description: 'An empty folder for one start of one step, also named by TMPDIR.' }),
  projected: noEffect('Tokens of a ServiceAccount: the mount is left out.'),
});

/** The part of an Argo WorkflowTemplate that the local engine understands; anything else is refused when the file is loaded. */
export const WorkflowTemplate = z.strictObject({
  apiVersion: z.literal('argoproj.io/v1alpha1'),
  kind: z.literal('WorkflowTemplate'),
  metadata: z.strictObject({
    name: z.string().meta({ description: 'Its name.' }),
    namespace: noEffect('There is none.'),
    labels: noEffect('For selectors.'),
    annotations: noEffect('For readers.'),
  }),
  spec: z.strictObject({
    entrypoint: z.string().meta({ description: 'The template that runs unless the caller names another.' }),
    onExit: z.string().optional().meta({
      description:
        'The container template that runs after the rest, also after a failure; no deadline of the run ends it.',
    }),
    arguments: z.strictObject({ parameters: z.array(InputParameter) }).optional(),
    activeDeadlineSeconds: z.int().min(1).optional().meta({
      description:
        'When the run is ended; a graph that holds a mutex is let finish, so that no change is left half done.',
    }),
    volumeClaimTemplates: z
      .array(
        z.strictObject({
          metadata: z.strictObject({ name: z.string().meta({ description: 'What a mount names.' }) }),
          spec: noEffect('Size and class of the claim.'),
        }),
      )
      .length(1)
      .meta({ description: 'Exactly one: the folder of the run.' }),
    volumes: z.array(Volume).optional(),
    templates: z.array(Template).min(1),
    workflowMetadata: noEffect('Labels of the Workflow.'),
    serviceAccountName: noEffect('There is no API server to talk to as somebody.'),
    automountServiceAccountToken: noEffect('There is no token.'),
    executor: noEffect('There is no helper beside a step.'),
    securityContext: noEffect('A step runs as the user who runs the engine.'),
    podGC: noEffect('There is no pod.'),
    podSpecPatch: noEffect('There is no pod.'),
    podMetadata: noEffect('There is no pod.'),
    volumeClaimGC: noEffect("The run's folder stays until the caller removes it."),
    ttlStrategy: noEffect('Runs stay until the caller removes them.'),
    affinity: noEffect('There is one machine.'),
    nodeSelector: noEffect('There is one machine.'),
    tolerations: noEffect('There is one machine.'),
    imagePullSecrets: noEffect('There is no image.'),
  }),
});
export type WorkflowTemplate = z.infer<typeof WorkflowTemplate>;
