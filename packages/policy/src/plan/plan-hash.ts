import { type Cryptography, canonicalJson, type Digest, type Plan } from '@auto-ops/contracts';

/** The digest of what a plan would do: incident, cause and actions, but neither attempt nor words; what a decision is about. */
export function planHash(plan: Plan, cryptography: Cryptography): Digest {
  const { incident, cause, actions } = plan;
  return cryptography.sha256(canonicalJson({ schemaVersion: 1, incident, cause, actions }));
}
