import type { Cryptography, KubernetesObject } from '@auto-ops/contracts';

type Fields = Record<string, unknown>;

const dropped = new Set(['kubectl.kubernetes.io/last-applied-configuration', 'kubectl.kubernetes.io/last-applied']);

/**
 * Takes out of an object what nobody may or needs to see: managed fields, the copy of the last applied configuration, the values of ConfigMaps
 * (each becomes `sha256:<hex>`), the image lists of nodes, the schemas of custom resource definitions. Dates stay the strings the API gave.
 */
export function cleanObject(
  object: KubernetesObject,
  {
    cryptography,
    keepValues = false,
  }: { readonly cryptography: Cryptography; readonly keepValues?: boolean | undefined },
): KubernetesObject {
  const { managedFields: _, annotations, ...metadata } = object.metadata as KubernetesObject['metadata'] & Fields;
  const kept = Object.entries((annotations ?? {}) as Fields).filter(([name]) => !dropped.has(name));
  const clean: KubernetesObject = {
    ...object,
    metadata: { ...metadata, ...(kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) }) },
  };
  const special = Object.hasOwn(byKind, object.kind) ? byKind[object.kind] : undefined;
  return special === undefined || (keepValues && object.kind === 'ConfigMap') ? clean : special(clean, cryptography);
}

const byKind: Record<string, (object: KubernetesObject, cryptography: Cryptography) => KubernetesObject> = {
  ConfigMap: (object, cryptography) => ({
    ...object,
    ...hashed('data', object.data, cryptography),
    ...hashed('binaryData', object.binaryData, cryptography),
  }),
  Node(object) {
    const { images: _, ...status } = (object.status ?? {}) as Fields;
    return { ...object, status };
  },
  CustomResourceDefinition: ({ apiVersion, kind, metadata }) => ({
    apiVersion,
    kind,
    metadata: { name: metadata.name },
  }),
};

function hashed(name: string, values: unknown, cryptography: Cryptography): Fields {
  if (values === null || typeof values !== 'object') return {};
  const entries = Object.entries(values).map(([key, value]) => [key, `sha256:${cryptography.sha256(String(value))}`]);
  return { [name]: Object.fromEntries(entries) };
}
