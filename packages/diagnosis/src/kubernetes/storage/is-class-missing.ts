import { textField } from '../../fields/text-field.ts';
import type { View } from '../../view.ts';
import type { PendingClaim } from './pending-claims.ts';

/** Whether the class that a claim asks for is shown not to exist. */
export function isClassMissing(view: View, { className, storageClass, failures }: PendingClaim): boolean {
  if (className === undefined || className === '' || storageClass !== undefined) return false;
  // Volumes made by hand share a class name with their claims that no StorageClass stands for.
  if (
    view.objects('PersistentVolume').some(({ object }) => textField(object, 'spec', 'storageClassName') === className)
  )
    return false;
  return (
    failures.some(({ message }) => /storageclass\.storage\.k8s\.io "[^"]+" not found/.test(message)) ||
    view.covers('StorageClass')
  );
}
