import { isSecretValue } from './keys/is-secret-value.ts';
import { secretKeyClass } from './keys/secret-key-class.ts';
import { stripHidden } from './layers/strip-hidden.ts';
import type { Tagger } from './tagger.ts';

interface Tools {
  readonly text: (value: string) => string;
  readonly tag: Tagger;
}
type Fields = Record<string, unknown>;

/** Base64 of asterisks, which readers of a bundle know as a value that was taken out. */
const maskedData = 'KioqKioqKio=';
const credentialFlag = /^--?[A-Za-z][\w.-]{1,60}$/;

/** Redacts a JSON value with the knowledge of what stands where: environment lists, headers, flags, Secret objects, docker configs. */
export function redactValue(value: unknown, tools: Tools): unknown {
  if (typeof value === 'string') return tools.text(value);
  if (Array.isArray(value)) return value.map((member, index) => redactMember(member, value[index - 1], tools));
  if (value === null || typeof value !== 'object') return value;
  const fields = value as Fields;
  if (fields.kind === 'Secret' && typeof fields.apiVersion === 'string') return redactSecret(fields, tools);
  const named = nameOfValue(fields);
  const result: Fields = {};
  for (const [key, member] of Object.entries(fields)) {
    const isNamedValue = named !== undefined && key === 'value';
    setField(result, stripHidden(key), redactField(isNamedValue ? named : key, member, isNamedValue, tools));
  }
  return result;
}

/** In `['--token', 'abc']` the flag names the value that follows. */
function redactMember(member: unknown, previous: unknown, tools: Tools): unknown {
  const isAfterFlag = typeof member === 'string' && typeof previous === 'string' && credentialFlag.test(previous);
  return isAfterFlag && !member.startsWith('-')
    ? redactField(previous, member, true, tools)
    : redactValue(member, tools);
}

function redactField(key: string, value: unknown, isAssignment: boolean, tools: Tools): unknown {
  if (typeof value !== 'string') return redactValue(value, tools);
  const kind = secretKeyClass(key);
  const visible = stripHidden(value);
  if (kind === undefined) return tools.text(value);
  if (isSecretValue(kind, visible, isAssignment ? 'assignment' : 'prose')) return tools.tag(kind, visible);
  return tools.text(value);
}

/** The name in `{name, value}` and `{key, value}`: an environment variable, a header, a tag. */
function nameOfValue(fields: Fields): string | undefined {
  if (typeof fields.value !== 'string') return undefined;
  const name = fields.name ?? fields.key ?? fields.header;
  return typeof name === 'string' ? name : undefined;
}

function redactSecret(secret: Fields, tools: Tools): Fields {
  const { data, stringData, ...rest } = secret;
  const result = redactValue({ ...rest, kind: undefined }, tools) as Fields;
  const masked = (values: unknown) =>
    Object.fromEntries(Object.keys((values ?? {}) as Fields).map((key) => [stripHidden(key), maskedData]));
  return {
    ...result,
    kind: 'Secret',
    ...(data === undefined ? {} : { data: masked(data) }),
    ...(stringData === undefined ? {} : { stringData: masked(stringData) }),
  };
}

/** A plain assignment would take `__proto__` for the prototype. */
function setField(target: Fields, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}
