import { z } from 'zod';
import { noEffect } from './no-effect.ts';

const Source = z.strictObject({
  name: z.string().meta({ description: 'Stands for the part of the environment that this zone of the app may see.' }),
  optional: z.boolean().optional().meta({ description: 'Always optional here.', effect: false }),
});

/** A step: a child process here, a pod on a cluster. */
export const Container = z.strictObject({
  image: z
    .string()
    .regex(/^auto-ops\/[a-z][a-z-]*:[\w.-]+$/)
    .meta({ description: '`auto-ops/<app>:<version>`; the bundle of that app is what runs.' }),
  command: z
    .tuple([z.literal('node'), z.string().regex(/^\/app\/[a-z][a-z-]*\.mjs$/)])
    .meta({ description: '`node /app/<app>.mjs`, of the same app.' }),
  args: z
    .array(z.string())
    .meta({ description: 'References are replaced, and mounted paths by the folders they stand for.' }),
  env: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[A-Z][A-Z0-9_]*$/)
          .meta({ description: 'The variable.' }),
        value: z.string().meta({ description: 'Its value; references are replaced.' }),
      }),
    )
    .optional(),
  envFrom: z.array(z.strictObject({ configMapRef: Source.optional(), secretRef: Source.optional() })).optional(),
  volumeMounts: z.array(
    z.strictObject({
      name: z.string().meta({ description: 'A claim template or a volume.' }),
      mountPath: z.string().regex(/^\//).meta({ description: 'Where the step sees it.' }),
      subPath: z.string().optional().meta({
        description: 'The folder of the claim, or the file of the ConfigMap, that is mounted; references are replaced.',
      }),
      readOnly: z.boolean().optional().meta({ description: 'The step gets no folder of its own there.' }),
    }),
  ),
  name: noEffect('The name of the main container.'),
  imagePullPolicy: noEffect('There is no image.'),
  resources: noEffect('A process is not limited.'),
  securityContext: noEffect('A step runs as the user who runs the engine.'),
});
export type Container = z.infer<typeof Container>;
