import type { Cryptography } from '@auto-ops/contracts';
import { hideAssignments } from './layers/hide-assignments.ts';
import { hideHeaders } from './layers/hide-headers.ts';
import { hideMailNames } from './layers/hide-mail-names.ts';
import { hidePrivateKeys } from './layers/hide-private-keys.ts';
import { hideProviderTokens } from './layers/hide-provider-tokens.ts';
import { hideUrlCredentials } from './layers/hide-url-credentials.ts';
import { mightHoldSecret } from './layers/might-hold-secret.ts';
import { stripHidden } from './layers/strip-hidden.ts';
import { redactValue } from './redact-value.ts';
import type { Redactor } from './redactor.ts';

/** Later layers skip what an earlier one replaced, so the one that names the secret best comes first. */
const layers = [hidePrivateKeys, hideProviderTokens, hideUrlCredentials, hideHeaders, hideAssignments, hideMailNames];

/**
 * Makes the redactor of one run. With a `key` (the run's own, kept from readers) a tag ends in eight digits of a keyed hash: the same value has the same
 * tag wherever the key is the same. Without one the tag is the class alone, because an unkeyed hash of a weak password can be guessed.
 */
export function createRedactor(options: {
  readonly key?: string | undefined;
  readonly cryptography: Cryptography;
}): Redactor {
  const counts = new Map<string, number>();
  const tags = new Map<string, string>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  function tag(name: string, value: string): string {
    count(name);
    if (options.key === undefined) return `[secret:${name}]`;
    let hash = tags.get(value);
    if (hash === undefined) {
      hash = options.cryptography.hmac(options.key, value).slice(0, 8);
      tags.set(value, hash);
    }
    return `[secret:${name}#${hash}]`;
  }

  function text(value: string): string {
    const visible = stripHidden(value);
    if (visible !== value) count('hidden-characters');
    if (!mightHoldSecret(visible)) return visible;
    return layers.reduce((result, layer) => layer(result, tag), visible);
  }

  return { text, object: (value) => redactValue(value, { text, tag }) as typeof value, counts };
}
