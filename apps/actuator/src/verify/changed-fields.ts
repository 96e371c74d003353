import { nodeCryptography } from '@auto-ops/runtime';

/** Dotted paths at which a declared value says something else than the recorded one; what is not declared is a default and says nothing. */
export function changedFields(declared: unknown, recorded: unknown, path = ''): string[] {
  if (declared === null || typeof declared !== 'object') return isSameText(declared, recorded) ? [] : [path];
  if (recorded === null || typeof recorded !== 'object') return [path];
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(declared)) {
    const others: readonly unknown[] = Array.isArray(recorded) ? recorded : [];
    const changed = declared.flatMap((member: unknown, index) =>
      changedFields(member, counterpart(member, index, others), below(String(index))),
    );
    return declared.length < others.length ? [...changed, path] : changed;
  }
  return Object.entries(declared).flatMap(([key, value]) =>
    changedFields(value, (recorded as Record<string, unknown>)[key], below(key)),
  );
}

/** A collector may have put a digest in the place of a value, or a tag where it was secret; a tag tells nothing. */
function isSameText(declared: unknown, recorded: unknown): boolean {
  const [one, other] = [String(declared), String(recorded)];
  if (one === other || /\[secret:[^\]]+\]/.test(one + other)) return true;
  return digestOf(one) === digestOf(other) && (isDigest(one) || isDigest(other));
}

function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

function digestOf(text: string): string {
  return isDigest(text) ? text : `sha256:${nodeCryptography.sha256(text)}`;
}

/** The member of the same name, where members have one; an order of its own is no change. */
function counterpart(member: unknown, index: number, others: readonly unknown[]): unknown {
  const name = (member as { name?: unknown } | null)?.name;
  if (typeof name !== 'string') return others[index];
  return others.find((other) => (other as { name?: unknown } | null)?.name === name);
}
