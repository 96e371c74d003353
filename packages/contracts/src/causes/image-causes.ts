import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `image`. */
export const imageCauses = [
  {
    code: 'image-not-found',
    category: 'image',
    title: 'Image not found',
    meaning: 'The registry answers that the image or tag does not exist, or the name resolves to nothing.',
    subject: 'the workload that names the image',
    proves:
      'A container waiting in ErrImagePull or ImagePullBackOff whose message, or whose Failed event, says not found, manifest unknown or repository does not exist.',
    rulesOut: 'The same image runs in another container of the cluster, or the message speaks of authorisation.',
  },
  {
    code: 'image-pull-denied',
    category: 'image',
    title: 'Image pull denied',
    meaning: 'The registry refuses this puller: no or wrong credentials, or no right to the repository.',
    subject: 'the workload that names the image',
    proves: 'A pull error that says unauthorized, denied, forbidden, authentication required or 401/403.',
    rulesOut: 'The message says not found only, or the image was pulled since.',
  },
  {
    code: 'image-name-invalid',
    category: 'image',
    title: 'Invalid image name',
    meaning: 'The image reference cannot be parsed, so nothing is pulled.',
    subject: 'the workload that names the image',
    proves: 'A container waiting in InvalidImageName.',
    rulesOut: 'The container started.',
  },
] as const satisfies readonly CauseDefinition[];
