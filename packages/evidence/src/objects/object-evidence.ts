import type { Cryptography, Evidence, KubernetesObject } from '@auto-ops/contracts';
import type { Redactor } from '@auto-ops/redaction';
import { cleanObject } from './clean-object.ts';

/** What turning an object into evidence needs. */
export interface ObjectEvidenceOptions {
  readonly redactor: Redactor;
  readonly cryptography: Cryptography;
  readonly capturedAt: string;
  readonly cluster?: string | undefined;
  /** What produced it, for example `kubernetes list`. */
  readonly source: string;
  /** Keeps the values of ConfigMaps (redacted), where they are in a repository for everybody to read. */
  readonly keepValues?: boolean | undefined;
}

/** One object as evidence: cleaned, redacted, under an id that is the same in every look: `deployment/shop/cart`. */
export function objectEvidence(object: KubernetesObject, options: ObjectEvidenceOptions): Evidence {
  const { apiVersion, kind } = object;
  const { name, namespace } = object.metadata;
  const subject = {
    ...(options.cluster === undefined ? {} : { cluster: options.cluster }),
    apiVersion,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
  };
  return {
    id: [kind.toLowerCase(), namespace, name].filter((part) => part !== undefined).join('/'),
    kind: 'object',
    source: options.source,
    observedAt: options.capturedAt,
    subject,
    body: { object: options.redactor.object(cleanObject(object, options)) },
  };
}
