const name = `([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,}[A-Z0-9]*)`;
const quote = '["\'`]?';

// Forms in which programs say that a variable of their environment is not there; the name is the first group.
const patterns: readonly RegExp[] = [
  new RegExp(`KeyError: ${quote}${name}${quote}`),
  new RegExp(`key not found: ${quote}${name}${quote}`),
  new RegExp(`${name}: (?:unbound variable|parameter not set|parameter null or not set)`),
  new RegExp(`required key ${name} missing`),
  new RegExp(`Could not resolve placeholder ${quote}${name}`),
  new RegExp(
    `\\b${name}${quote}?(?: environment variable| env var| variable)?(?:,| (?:is|was|must be|has to be|needs to be|not|has no|cannot be|can't be|should be|may not be))[^.;]{0,20}?\\b(?:set|defined|missing|required|undefined|provided|found|present|specified|empty|blank|configured|value|unset)\\b`,
  ),
  new RegExp(`\\b${name}${quote}?:? (?:environment variable )?(?:missing|required|undefined|unset)\\b`),
  new RegExp(
    `(?:missing|required|undefined|unset|no value for|not set|not found|not defined|must set|please set|expected|need|needs|without|lacks|cannot find|no)\\b[^A-Z]{0,60}?${quote}\\b${name}\\b`,
    '',
  ),
];

// Upper-case words of log lines that are no variables.
const words = new Set([
  'ERROR',
  'FATAL',
  'WARN',
  'WARNING',
  'INFO',
  'DEBUG',
  'TRACE',
  'CRITICAL',
  'NOTICE',
  'PANIC',
  'JSON',
  'YAML',
  'HTTP',
  'HTTPS',
  'POST',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'NULL',
  'TRUE',
  'FALSE',
  'SELECT',
  'INSERT',
  'UPDATE',
  'TABLE',
  'ENOENT',
  'EACCES',
  'EPERM',
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
  'UTF8',
  'SIGTERM',
  'SIGKILL',
  'SIGSEGV',
  'MODULE_NOT_FOUND',
  'ERR_MODULE_NOT_FOUND',
  'UNAVAILABLE',
  'NOT_FOUND',
  'INTERNAL',
  'UNKNOWN',
  'NXDOMAIN',
  'SERVFAIL',
  'EAI_AGAIN',
  'CERT_HAS_EXPIRED',
  'SASL',
  'LDAP',
  'CORS',
  'NONE',
]);

/** The environment variable that a log line says is missing; undefined where it speaks of something else. */
export function missingVariable(text: string): string | undefined {
  if (text.length > 2_000) return undefined;
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined && !words.has(found) && !found.startsWith('ERR_')) return found;
  }
  return undefined;
}
