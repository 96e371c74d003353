import { z } from 'zod';

/** The parts of a `kustomization.yaml` that are understood here. */
export const KustomizationFile = z.looseObject({
  namespace: z.string().optional(),
  resources: z.array(z.string()).optional(),
  images: z
    .array(
      z.looseObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.union([z.string(), z.number()]).optional(),
        digest: z.string().optional(),
      }),
    )
    .optional(),
});
export type KustomizationFile = z.infer<typeof KustomizationFile>;

/** One of them with its resources as paths from the root, files and folders. */
export interface Kustomization {
  readonly file: string;
  readonly resources: readonly string[];
  readonly namespace?: string | undefined;
  readonly images: NonNullable<KustomizationFile['images']>;
}
