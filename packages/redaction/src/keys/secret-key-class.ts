const memory = new Map<string, 'password' | 'token' | undefined>();
const maximumMemory = 5000;

const passwords = new Set(['password', 'passwd', 'pwd', 'passphrase', 'pass', 'pw']);
const tokens = new Set([
  'secret',
  'token',
  'apikey',
  'accesskey',
  'secretkey',
  'privatekey',
  'authkey',
  'credential',
  'credentials',
  'auth',
  'authorization',
  'authtoken',
  'accesstoken',
  'refreshtoken',
  'apitoken',
  'dsn',
]);
// A key is a secret only in company: a cache key or a primary key is none.
const keyCompany = new Set([
  'api',
  'access',
  'private',
  'secret',
  'signing',
  'encryption',
  'account',
  'storage',
  'shared',
  'master',
  'auth',
  'license',
  'app',
  'application',
  'client',
  'admin',
  'service',
  'session',
  'webhook',
  'hmac',
  'jwt',
  'aes',
  'rsa',
  'ssh',
  'integration',
  'routing',
  'ingest',
  'write',
  'read',
]);
// Words that make the name speak about a secret instead of holding it.
const about = new Set(['checksum', 'hash', 'digest', 'fingerprint', 'public']);
const trailing = new Set(['data', 'value', 'base64', 'b64', 'text', 'string', 'plain', 'raw', 'id64']);

/**
 * What a key or variable name says about its value: a password, a token (anything else that grants access), or nothing. The last words decide, so
 * `DB_PASSWORD` and `client-key-data` count and `secretName`, `TOKEN_FILE` and `passwordPolicy` do not.
 */
export function secretKeyClass(name: string): 'password' | 'token' | undefined {
  if (memory.has(name)) return memory.get(name);
  const result = classify(name);
  if (memory.size >= maximumMemory) memory.clear();
  memory.set(name, result);
  return result;
}

function classify(name: string): 'password' | 'token' | undefined {
  const words = name
    .slice(-100)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/[0-9]+$/, ''))
    .filter((word) => word !== '');
  if (words.slice(-3).some((word) => about.has(word))) return undefined;
  while (words.length > 1 && trailing.has(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (passwords.has(last) || /(?:password|passwd|passphrase)$/.test(last)) return 'password';
  if (tokens.has(last) || /(?:secret|token|apikey|accesskey|secretkey|accountkey|privatekey)$/.test(last))
    return 'token';
  return last === 'key' && keyCompany.has(before) ? 'token' : undefined;
}
