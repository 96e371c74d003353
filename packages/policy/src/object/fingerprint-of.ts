import { type Cryptography, canonicalJson, type Digest, type KubernetesObject } from '@auto-ops/contracts';

const bookkeeping = new Set(['managedFields', 'resourceVersion', 'generation', 'selfLink']);
const isBookkeepingAnnotation = (name: string) =>
  name.startsWith('auto-ops.dev/') || name === 'deployment.kubernetes.io/revision';

/** The digest of an object without status, bookkeeping and our own annotations: equal as long as nobody changed what it asks for. */
export function fingerprintOf(object: KubernetesObject, cryptography: Cryptography): Digest {
  const { status: _status, metadata, ...rest } = object as KubernetesObject & { status?: unknown };
  const kept = Object.fromEntries(Object.entries(metadata).filter(([name]) => !bookkeeping.has(name)));
  const annotations = Object.fromEntries(
    Object.entries((kept.annotations as Record<string, unknown> | null | undefined) ?? {}).filter(
      ([name]) => !isBookkeepingAnnotation(name),
    ),
  );
  return cryptography.sha256(canonicalJson({ ...rest, metadata: { ...kept, annotations } }));
}
