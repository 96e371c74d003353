const name = `([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,}[A-Z0-9]*)`;
const quote = '["\'`]?';

// Forms that can only mean an environment variable; the name is the first group.
const certain: readonly RegExp[] = [
  new RegExp(`KeyError: ${quote}${name}${quote}`),
  new RegExp(`key not found: ${quote}${name}${quote}`),
  new RegExp(`${name}: (?:unbound variable|parameter not set|parameter null or not set)`),
  new RegExp(`required key ${name} missing`),
  new RegExp(`Could not resolve placeholder ${quote}${name}`),
];
const copula =
  "(?:,| (?:is|was|must be|has to be|needs to be|not|has no|cannot be|can't be|should be|may not be|environment variable))";
// Forms that speak of something that has to be set, which a name with an underscore very likely is.
const likely: readonly RegExp[] = [
  new RegExp(
    `\\b${name}${quote}?(?: environment variable| env var| variable)?${copula}[^.;]{0,20}?\\b(?:set|defined|missing|required|undefined|configured|unset)\\b`,
  ),
  new RegExp(`\\b${name}${quote}?:? (?:missing|required|undefined|unset)\\b`),
  new RegExp(
    `(?:missing|required|undefined|unset|not set|not defined|must set|please set|need to set)\\b[^A-Z]{0,60}?${quote}\\b${name}\\b`,
  ),
];
// Forms that can mean a table or a field as well, and count where the line speaks of configuration.
const possible: readonly RegExp[] = [
  new RegExp(
    `\\b${name}${quote}?(?: environment variable| env var| variable)?${copula}[^.;]{0,20}?\\b(?:provided|found|present|specified|empty|blank|value)\\b`,
  ),
  new RegExp(
    `(?:no value for|not found|expected|needs?|without|lacks|cannot find|no)\\b[^A-Z]{0,60}?${quote}\\b${name}\\b`,
  ),
];
const configuration = /\b(?:env|environment|variables?|config\w*|settings?|secrets?|process\.env)\b/i;
// A program that goes on without it says so.
const harmless =
  /^\W*(?:\S+\s+){0,2}\W*(?:WARN|WARNING|INFO|DEBUG|NOTICE)\b|"level":\s*"?(?:warn|info|debug)|\b(?:disabl|skipp|using default|default(?:s|ing) to|fall(?:s|ing)? back|optional|ignor)/i;

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
  if (text.length > 2_000 || harmless.test(text)) return undefined;
  const isConfiguration = configuration.test(text);
  const isTold = (found: string) => found.includes('_') || isConfiguration;
  return (
    nameIn(certain, text, () => true) ??
    nameIn(likely, text, isTold) ??
    (isConfiguration ? nameIn(possible, text, isTold) : undefined)
  );
}

function nameIn(patterns: readonly RegExp[], text: string, accepts: (found: string) => boolean): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined && !words.has(found) && !found.startsWith('ERR_') && accepts(found)) return found;
  }
  return undefined;
}
