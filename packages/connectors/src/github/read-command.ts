import type { Command } from '../command.ts';

const verbs: readonly Command['verb'][] = ['approve', 'reject', 'cancel', 'retry', 'investigate'];

/** The command in the first line of a comment; undefined where it has none, `fault` where it is not written as one has to be. */
export function readCommand(text: string): Command | { readonly fault: string } | undefined {
  const [name, word, hash, ...rest] = (text.split(/\r?\n/, 1)[0] ?? '').trim().split(/\s+/);
  if (name !== '/auto-ops') return undefined;
  const verb = verbs.find((candidate) => candidate === word);
  if (verb === undefined) return { fault: `the command is none of ${verbs.join(', ')}` };
  const needsHash = verb === 'approve' || verb === 'reject';
  if (rest.length > 0 || (!needsHash && hash !== undefined)) return { fault: `${verb} stands with too many words` };
  if (!needsHash) return { verb };
  if (hash === undefined || !/^[0-9a-f]{12,64}$/.test(hash))
    return { fault: `${verb} needs the hash of the plan, 12 to 64 hexadecimal digits` };
  return { verb, hash };
}
