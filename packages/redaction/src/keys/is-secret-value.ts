import { isPlaceholder } from './is-placeholder.ts';
import { looksRandom } from './looks-random.ts';

const prose =
  /^(?:incorrect|invalid|expired|missing|required|wrong|failed|failure|denied|rejected|not|must|is|was|has|changed|mismatch|mismatched|error|unknown|unexpected|authentication|authorization|accepted|refused|malformed|empty|default|optional|disabled|enabled|ok|found|the|a|an|no|of|for|can|cannot|could|should|signature|verification|validation|crypto|oauth|oidc|password|token|secret|rbac|webhook|x509|tls|user|node)[.:!,)]*$/i;
const filePath = /^(?:~|\.{0,2})\/[\w.-]+(?:\/[\w.-]+)+\/?$/;
const plainAddress = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const number = /^-?[0-9]{1,6}(?:\.[0-9]+)?(?:[a-zµ]{1,2})?$/;

/**
 * Whether the value of a key that names a secret is one. In an `assignment` (environment, flag, quoted JSON) nearly everything is; in
 * `prose` (after a colon and a space, or a field of an object) it has to look like one, because names of secrets stand there too.
 */
export function isSecretValue(kind: 'password' | 'token', value: string, context: 'assignment' | 'prose'): boolean {
  if (isPlaceholder(value) || prose.test(value)) return false;
  if (filePath.test(value) && !value.split('/').some(looksRandom)) return false;
  if (plainAddress.test(value)) return false;
  if (kind === 'password') return context === 'assignment' || value.length >= 3;
  if (number.test(value)) return false;
  if (context === 'assignment') return value.length >= 6 && !isResourceName(value);
  return value.length >= 8 && looksRandom(value) && !isResourceName(value);
}

/** `cart-tls` under the key `secret` is the name of an object; a long part without a vowel pattern of words is not. */
function isResourceName(value: string): boolean {
  if (!/^[a-z][a-z0-9./-]{0,126}$/.test(value) || !value.includes('-')) return false;
  return value
    .split(/[./-]/)
    .every((part) => part.length <= 16 && /^(?:[a-z]+[0-9]{0,3}|[0-9]{1,4}|v[0-9]+)$/.test(part));
}
